var T={server:null,role:"reader",connected:!1,plan:null,original:null,preview:null,compared:null,frame:null,ct:null,contours:[],dose:null,planes:null,otherDose:null,cursor:[0,0,0],selection:{needle:null,seed:null},display:{dose:!1,contours:!0,isodoses:!0,washOpacity:.35,window:{width:400,level:40,key:"soft"},levels:[],hidden:new Set,layout:"all",active:"axial",tool:"look",relative:!1,tab:"needles"},views:{},measures:[],forbidden:[],draft:null,job:null},qo=new Map;function yt(i,e){for(let t of i.split(" "))qo.has(t)||qo.set(t,new Set),qo.get(t).add(e)}function He(i,e){for(let t of qo.get(i)??[])t(e)}function np(){qo=new Map}function un(){return T.preview?.plan??T.plan}var Fn=(i,e)=>i?.needles.find(t=>t.id===e)??null,zr=(i,e)=>i?.seeds.find(t=>t.id===e)??null,Bn=()=>T.role==="editor"&&T.connected&&T.plan!==null&&T.job===null;function ui(i,e=null){T.selection.needle===i&&T.selection.seed===e||(T.selection={needle:i,seed:e},He("selection"))}function kn(i){T.cursor=T.frame.clamped(i),He("cursor")}var lx="http://www.w3.org/2000/svg",ip={value:1,checked:1,disabled:1};function L(i,e={},...t){return sp(document.createElement(i),e,t)}function mt(i,e={},...t){return sp(document.createElementNS(lx,i),e,t)}function sp(i,e,t){for(let[n,s]of Object.entries(e))if(s!=null&&!(s===!1&&!n.startsWith("aria-")&&!(n in ip)))if(n==="text")i.textContent=s;else if(n==="on")for(let[r,o]of Object.entries(s))i.addEventListener(r,o);else n in ip?i[n]=s:i.setAttribute(n,s===!0&&!n.startsWith("aria-")?"":String(s));for(let n of t.flat())n!=null&&n!==!1&&i.append(n);return i}function Tt(i,e,t={}){return L("button",{type:"button",text:i,on:{click:e},...t})}function Et(i,e,t){let n=String(t);i.getAttribute(e)!==n&&i.setAttribute(e,n)}function jn(i,e){i.textContent!==e&&(i.textContent=e)}function ii(i,e,t={}){return L("table",t,L("thead",{},L("tr",{},i.map(n=>L("th",{scope:"col",text:n})))),L("tbody",{},e))}function ln(i){let e=!1,t=[];return(...n)=>{t=n,!e&&(e=!0,requestAnimationFrame(()=>{e=!1,i(...t)}))}}var rp={notice:"Research software, not a medical device","boot.ct":"Loading the CT …","boot.failed":"The page could not be built. Load it again; if that does not help, the browser's console says why.","boot.no-token":"This address has no valid key. Open the page with the address that `tps view` printed.","server.lost":"The connection to the server is lost. Nothing that was not finished is kept; trying again …",state:"State of the plan","state.unsigned":"NOT APPROVED","state.prepared":"NOT APPROVED: prepared, not reviewed","state.signed":"APPROVED","state.changed-since":"NOT APPROVED: changed since signed",restored:'Earlier work was put back: {steps} edit(s). "Back to the plan as opened" takes it away.',"state.revision":"Revision {revision}","state.offline":"no connection","state.reader":"read only: another tab edits","checked.checked":"checked","checked.edited-not-checked":"edited, not re-checked","checked.preview":"preview","no-plan":"No plan yet: make one under Plan.",undo:"Undo",redo:"Redo","toggle.wash":"Dose wash","toggle.contours":"Contours","toggle.isodoses":"Isodoses",window:"Window","window.soft":"Soft tissue","window.lung":"Lung","window.bone":"Bone","window.free":"free","window.shown":"W {width}  L {level}",tools:"Tools","tool.measure":"Measure","tool.needle":"Add needle","tool.clear":"Clear","tool.needle.entry":"Click the entry on the skin.","tool.needle.tip":"Now click the tip. Esc stops.","tool.measure.from":"Click the first point.","tool.measure.to":"Click the second point.","layout.reset":"Reset views","layout.all":"All panes",language:"Language",help:"Help",close:"Close",check:"Check","check.what":"The plan as it stands becomes a version: evaluated in full and checked a second time by separately coded dose. Any edit after it needs a new check.","check.author":"Author","check.reason":"Reason of the change","check.no-author":"An author is needed.","check.do":"Check","check.done":"Checked: version {version}.","export.check-first":"Check the plan first: only what was evaluated in full is exported.","export.unsigned":"Not signed by a preparer and a reviewer: exported as NOT APPROVED.","compare.version":"version {number} {author}","check.running":"Evaluating in full and checking a second time …",sign:"Sign",export:"Export",panes:"Pictures",dock:"Figures and tables","pane.axial":"Axial","pane.sagittal":"Sagittal","pane.coronal":"Coronal","pane.space":"3D","pane.needle":"Needle's eye","pane.slice.label":"{name}, slice {slice} of {count}","pane.space.label":"Targets, organs, needles and seeds in space; it only turns","pane.space.none":"This browser has no WebGL: no picture in space. Everything else works.","pane.needle.of":"Needle's eye: needle {id}, {length} mm","pane.needle.none":"Choose a needle: in a picture or in the table.",crossed:"{name}: {mm} mm",near:"{name} is {mm} mm away","isodose.title":"{gy} Gy = {percent} %",locked:"locked",lock:"lock",unlock:"locked","lock.needle":"Lock needle {id}","unlock.needle":"Unlock needle {id}","lock.seed":"Lock seed {id}","unlock.seed":"Unlock seed {id}",needle:"Needle",needles:"Needles","needle.title":"Needle {id}, {length} mm","needle.depth":"Depth, mm","needle.tilt":"Tilt, °","needle.skin-angle":"To skin normal, °","needle.lung":"Lung, mm","needle.choose":"Choose a needle to type its ends, add a seed, or remove it.","needle.entry":"Entry","needle.tip":"Tip","needle.coordinate":"{end} of needle {id}, {axis} in mm","needle.remove":"Remove needle {id}","needle.details":"Needle {id}","handle.entry":"Entry of needle {id}","handle.tip":"Tip of needle {id}",seed:"Seed",seeds:"Seeds","seed.label":"Seed {id}, needle {needle}, {depth} mm from the tip","seed.depth":"From tip, mm","seed.depth.of":"Distance of seed {id} from the tip, mm","seed.position":"x, y, z, mm","seed.strength":"Strength, U","seed.manual":"by hand","seed.remove":"Remove seed {id}","seed.add":"Add seed","seed.add.at":"At","seed.add.depth":"Distance of the new seed from the tip, mm",rules:"Rules","rules.broken":"{count} with a broken rule","drag.again":"Chosen. Drag it again to move it.","drag.locked":"Locked: unlock it first.","drag.reader":"This tab is read only.","drag.end-on":"The needle points into this picture: drag the seed in another one, or use the arrow keys.","drag.cancelled":"Taken back: nothing was changed.","drag.lost":"The connection broke while something was dragged: nothing was changed.","drag.fine":"No rule is broken.","edits.none":"No edits.","edits.original":"Back to the plan as opened",warnings:"Warnings","warnings.none":"None.","tab.needles":"Needles","tab.seeds":"Seeds","tab.structures":"Structures","tab.edits":"Edits","tab.steer":"Plan","tab.compare":"Compare",dvh:"Dose-volume histogram","dvh.curves":"Curves: click to hide","dvh.table":"Values as a table","dvh.show-gy":"in Gy","dvh.show-percent":"in %","dvh.dose":"Dose, {unit}","dvh.volume":"Volume, %","dvh.hover":"{name}: {gy} Gy ({percent} %), {volume} %, {cc} cm³","dvh.hover.before":"{name}, before: {gy} Gy ({percent} %), {volume} %, {cc} cm³",metrics:"Metrics","goal.met":"kept","goal.missed":"not kept","metric.volume_cc":"Volume","metric.minimum_peripheral_dose_gy":"Min. per. dose","metric.matched_peripheral_dose_gy":"Matched per. dose","metric.d90_gy":"D90","metric.d95_gy":"D95","metric.d100_gy":"D100","metric.mean_gy":"Mean dose","metric.max_gy":"Max. dose","metric.v90":"V90","metric.v100":"V100","metric.v150":"V150","metric.v200":"V200","metric.ci":"Conformation CI","metric.ei":"External EI","metric.hi":"Homogeneity HI",structure:"Structure","structure.show":"Show {name}",shown:"Shown",kind:"Kind","kind.target":"target","kind.organ":"organ","kind.derived":"found in the CT","kind.body":"body","kind.other":"other",coldest:"Coldest place","coldest.go":"Go to the coldest place of {name}",levels:"Isodoses","level.show":"Show the isodose at {percent} %","level.gy":"Dose of the isodose at {percent} %, Gy","level.percent":"Isodose of {gy} Gy in per cent of the prescription","level.legend":"{gy} Gy · {percent} %",dose:"Dose","of-prescription":"Of the prescription","wash.opacity":"Opacity of the dose wash",readout:"At the pointer","readout.none":"Point at a picture.","readout.no-dose":"outside the dose grid","plan.run":"Plan","plan.cancel":"Cancel","plan.progress":"Progress of planning","plan.running":"planning …","plan.keep-locked":"Keep locked needles and seeds where they are","plan.locked":"Locked: needles {needles}; seeds {seeds}.","plan.none-locked":"Nothing is locked.","plan.started":"Started.","plan.cancelling":"Stopping …","plan.more":"More","job.done":"Done.","job.failed":"Planning failed.","job.cancelled":"Cancelled: the plan is as it was.","job.running":"Running.","job.started":"Started.","form.clearance":"Clearance of {name}, mm","form.list":"values with commas between","form.mapping":"Name: number, Name","request.targets":"Targets","request.prescription":"Prescription","request.prescription.dose_gy":"Dose, Gy","request.prescription.metric":"Prescribed to","request.strength_u":"Strength of a seed, U","request.avoid":"Avoid (clearance, mm)","request.cross":"May be crossed","request.limits":"Limits","request.max_needles":"Needles at most","request.margin_mm":"Margin, mm","request.steering":"Direction of the needles","request.protocol":"Spacing, clearances and other rules","request.protocol.needle_spacing_mm":"Needle spacing, mm (from, to)","request.protocol.seed_spacing_mm":"Seed spacing, mm (from, to)","request.steering.side":"From (side)","request.steering.in_plane":"Within axial slices","request.steering.max_lung_mm":"Through lung at most, mm","request.steering.max_depth_mm":"Depth at most, mm",compare:"Comparison","compare.with":"Compare with","compare.original":"the plan as opened","compare.start":"Compare","compare.stop":"Stop comparing","compare.hint":"Metrics stand side by side; DVH and isodoses of the other plan are dashed.","compare.shown":"Shown","compare.other":"Other","compare.difference":"Difference","compare.count":"{needles} needles, {seeds} seeds","sign.read":"Read what is signed. A later change makes the signature void.","sign.what":"What","sign.value":"Value","sign.as":"Signed as","sign.prepared":"Prepared by","sign.reviewed":"Reviewed by","sign.name":"Name","sign.reason":"Reason or remark","sign.do":"Sign","sign.no-name":"A name is needed.","sign.done":"{role} {name}: signed.","export.what":"The plan is evaluated and checked in full and written as a new version into a new folder beside the opened one. The opened plan stays as it is.","export.changes":"What changed","export.broken":"Rules that are broken","export.sure":"Export all the same; it is written into the plan","export.not-sure":"Rules are broken: say that you mean it.","export.name":"Name of the new folder","export.do":"Export","export.running":"Evaluating, checking and writing …","export.done":"Exported","fact.folder":"Folder","fact.version":"Version","fact.parent":"Made from version","fact.files":"Files","fact.seed_length_mm":"Length of a seed, mm","fact.level_text":"Level in words","fact.second check":"Second check","fact.author":"Author","fact.reason":"Reason","fact.at":"Time","fact.strength_label":"Strength","fact.strength_at":"Strength holds at","fact.calibration":"Calibration","fact.needles":"Needles","fact.seeds":"Seeds","fact.headline":"Dose","fact.goals":"Goals","fact.status":"Status","fact.reasons":"Why not met","fact.signatures":"Signatures","fact.prepared":"Prepared by","fact.reviewed":"Reviewed by","fact.notes":"Notes","fact.dose":"Dose","fact.access":"Access","fact.limits":"Limits","fact.dose_gy":"Dose, Gy","fact.metric":"Prescribed to","fact.name":"Name","fact.model":"Model","fact.text":"Text","fact.met":"kept","fact.value":"Value","fact.dose_met":"Dose met","fact.limits_kept":"Limits kept","fact.label":"In words","fact.key":"Key","fact.hash":"Hash","fact.source":"Source","fact.level":"Level of the source data","fact.prescription":"Prescription","fact.strength":"Strength","fact.warnings":"Warnings","fact.second_check":"Second check","fact.date":"Date","fact.approval":"Approval","fact.edits":"Edits","fact.metrics":"Metrics","fact.verdict":"Verdict","fact.points":"Points","fact.max_relative_difference":"Largest relative difference",yes:"yes",no:"no","help.keys":"Keys","help.what":"What they do","help.units":"All coordinates: DICOM patient axes in mm (x to the left, y to posterior, z to superior). Dose: total of the permanent implant, Gy.","help.slice":"one slice","help.slices":"ten slices","help.ends":"first and last slice","help.cursor":"set the crosshair in all pictures","help.follow":"crosshair follows","help.zoom":"zoom","help.pan":"move the picture","help.window":"window width and level","help.presets":"soft tissue, lung, bone","help.reset":"reset views","help.full":"one pane, or all (double click)","help.toggles":"dose wash, contours, isodoses","help.needles":"next, previous needle","help.nudge":"0.5 mm along the needle; with Shift 5 mm","help.undo":"undo","help.redo":"redo","help.measure":"measure","help.escape":"take a drag back, leave a tool, close","help.help":"this page","keys.Wheel, ↑ ↓":"Wheel, ↑ ↓","keys.Click":"Click","keys.Shift + move":"Shift + move","keys.Ctrl + wheel":"Ctrl + wheel","keys.Middle / Ctrl drag":"Middle / Ctrl drag","keys.Right drag":"Right drag","keys.Arrows on a seed":"Arrows on a seed"};var op={notice:"研究软件，非医疗器械","boot.ct":"正在载入 CT …","boot.failed":"页面无法构建。请重新载入；如仍不行，请查看浏览器控制台。","boot.no-token":"此地址没有有效密钥。请用 `tps view` 打印的地址打开本页。","server.lost":"与服务器的连接已断开。未完成的操作不会保留；正在重新连接 …",state:"计划状态","state.unsigned":"未批准","state.prepared":"未批准：已制定，未审核","state.signed":"已批准","state.changed-since":"未批准：签署后有更改",restored:"已恢复先前的工作：{steps} 处修改。“恢复到打开时的计划”可清除。","state.revision":"修订 {revision}","state.offline":"无连接","state.reader":"只读：另一标签页正在编辑","checked.checked":"已核对","checked.edited-not-checked":"已修改，未重新核对","checked.preview":"预览","no-plan":"尚无计划：请在“计划”中制定。",undo:"撤销",redo:"重做","toggle.wash":"剂量色图","toggle.contours":"轮廓","toggle.isodoses":"等剂量线",window:"窗宽窗位","window.soft":"软组织","window.lung":"肺","window.bone":"骨","window.free":"自定义","window.shown":"窗宽 {width}  窗位 {level}",tools:"工具","tool.measure":"测距","tool.needle":"添加针","tool.clear":"清除","tool.needle.entry":"请点击皮肤进针点。","tool.needle.tip":"再点击针尖。Esc 取消。","tool.measure.from":"请点击第一点。","tool.measure.to":"请点击第二点。","layout.reset":"重置视图","layout.all":"全部窗格",language:"语言",help:"帮助",close:"关闭",check:"核对","check.what":"当前计划将成为一个版本：完整评估，并由独立编写的剂量计算进行第二次核对。此后的任何修改都需要重新核对。","check.author":"作者","check.reason":"更改原因","check.no-author":"请填写作者。","check.do":"核对","check.done":"已核对：版本 {version}。","export.check-first":"请先核对计划：只有完整评估过的计划才能导出。","export.unsigned":"尚未由制定者和审核者签署：将以“未批准”导出。","compare.version":"版本 {number} {author}","check.running":"正在完整评估并进行第二次核对 …",sign:"签署",export:"导出",panes:"图像",dock:"数据与表格","pane.axial":"横断面","pane.sagittal":"矢状面","pane.coronal":"冠状面","pane.space":"三维","pane.needle":"沿针视图","pane.slice.label":"{name}，第 {slice} 层，共 {count} 层","pane.space.label":"靶区、器官、针与粒子的三维图；只可旋转","pane.space.none":"此浏览器没有 WebGL：无三维图。其余功能均可使用。","pane.needle.of":"沿针视图：针 {id}，{length} mm","pane.needle.none":"请在图像或表格中选择一根针。",crossed:"{name}：{mm} mm",near:"距 {name} {mm} mm","isodose.title":"{gy} Gy = {percent} %",locked:"已锁定",lock:"锁定",unlock:"已锁","lock.needle":"锁定针 {id}","unlock.needle":"解锁针 {id}","lock.seed":"锁定粒子 {id}","unlock.seed":"解锁粒子 {id}",needle:"针",needles:"针","needle.title":"针 {id}，{length} mm","needle.depth":"深度 mm","needle.tilt":"倾角 °","needle.skin-angle":"与皮肤法线 °","needle.lung":"肺 mm","needle.choose":"选择一根针后可输入两端坐标、添加粒子或删除该针。","needle.entry":"进针点","needle.tip":"针尖","needle.coordinate":"针 {id} {end} {axis}，mm","needle.remove":"删除针 {id}","needle.details":"针 {id}","handle.entry":"针 {id} 的进针点","handle.tip":"针 {id} 的针尖",seed:"粒子",seeds:"粒子","seed.label":"粒子 {id}，针 {needle}，距针尖 {depth} mm","seed.depth":"距针尖 mm","seed.depth.of":"粒子 {id} 距针尖，mm","seed.position":"x, y, z，mm","seed.strength":"源强 U","seed.manual":"手动","seed.remove":"删除粒子 {id}","seed.add":"添加粒子","seed.add.at":"距针尖","seed.add.depth":"新粒子距针尖，mm",rules:"规则","rules.broken":"{count} 处违反规则","drag.again":"已选中。再次拖动即可移动。","drag.locked":"已锁定：请先解锁。","drag.reader":"此标签页为只读。","drag.end-on":"针垂直于此图像：请在其他图像中拖动粒子，或使用方向键。","drag.cancelled":"已取消：未作更改。","drag.lost":"拖动时连接中断：未作更改。","drag.fine":"未违反规则。","edits.none":"无修改。","edits.original":"恢复到打开时的计划",warnings:"警告","warnings.none":"无。","tab.needles":"针","tab.seeds":"粒子","tab.structures":"结构","tab.edits":"修改","tab.steer":"计划","tab.compare":"比较",dvh:"剂量体积直方图","dvh.curves":"曲线：点击隐藏","dvh.table":"数值表","dvh.show-gy":"以 Gy 显示","dvh.show-percent":"以 % 显示","dvh.dose":"剂量，{unit}","dvh.volume":"体积，%","dvh.hover":"{name}：{gy} Gy（{percent} %），{volume} %，{cc} cm³","dvh.hover.before":"{name}，修改前：{gy} Gy（{percent} %），{volume} %，{cc} cm³",metrics:"剂量指标","goal.met":"满足","goal.missed":"未满足","metric.volume_cc":"体积","metric.minimum_peripheral_dose_gy":"最小周边剂量","metric.matched_peripheral_dose_gy":"匹配周边剂量","metric.d90_gy":"D90","metric.d95_gy":"D95","metric.d100_gy":"D100","metric.mean_gy":"平均剂量","metric.max_gy":"最大剂量","metric.v90":"V90","metric.v100":"V100","metric.v150":"V150","metric.v200":"V200","metric.ci":"适形指数 CI","metric.ei":"靶外指数 EI","metric.hi":"均匀性指数 HI",structure:"结构","structure.show":"显示 {name}",shown:"显示",kind:"类别","kind.target":"靶区","kind.organ":"器官","kind.derived":"由 CT 识别","kind.body":"体表","kind.other":"其他",coldest:"最低剂量点","coldest.go":"转到 {name} 的最低剂量点",levels:"等剂量线","level.show":"显示 {percent} % 等剂量线","level.gy":"{percent} % 等剂量线的剂量，Gy","level.percent":"{gy} Gy 等剂量线占处方剂量的百分比","level.legend":"{gy} Gy · {percent} %",dose:"剂量","of-prescription":"占处方剂量","wash.opacity":"剂量色图不透明度",readout:"指针处","readout.none":"请将指针移到图像上。","readout.no-dose":"剂量网格之外","plan.run":"制定计划","plan.cancel":"取消","plan.progress":"计划进度","plan.running":"正在计划 …","plan.keep-locked":"保持已锁定的针与粒子不动","plan.locked":"已锁定：针 {needles}；粒子 {seeds}。","plan.none-locked":"没有锁定项。","plan.started":"已开始。","plan.cancelling":"正在停止 …","plan.more":"更多","job.done":"完成。","job.failed":"计划失败。","job.cancelled":"已取消：计划未改变。","job.running":"进行中。","job.started":"已开始。","form.clearance":"{name} 的间距，mm","form.list":"以逗号分隔","form.mapping":"名称: 数值, 名称","request.targets":"靶区","request.prescription":"处方","request.prescription.dose_gy":"剂量，Gy","request.prescription.metric":"处方指标","request.strength_u":"粒子源强，U","request.avoid":"避开（间距，mm）","request.cross":"允许穿过","request.limits":"限量","request.max_needles":"最多针数","request.margin_mm":"外扩，mm","request.steering":"进针方向","request.protocol":"间距、避让及其他规则","request.protocol.needle_spacing_mm":"针间距，mm（下限, 上限）","request.protocol.seed_spacing_mm":"粒子间距，mm（下限, 上限）","request.steering.side":"进针侧","request.steering.in_plane":"限于横断面内","request.steering.max_lung_mm":"经肺最长，mm","request.steering.max_depth_mm":"最大深度，mm",compare:"比较","compare.with":"比较对象","compare.original":"打开时的计划","compare.start":"比较","compare.stop":"停止比较","compare.hint":"指标并列显示；另一计划的 DVH 与等剂量线为虚线。","compare.shown":"当前","compare.other":"对照","compare.difference":"差值","compare.count":"{needles} 针，{seeds} 粒","sign.read":"请核对签署内容。之后的任何更改都会使签署失效。","sign.what":"项目","sign.value":"值","sign.as":"签署身份","sign.prepared":"制定者","sign.reviewed":"审核者","sign.name":"姓名","sign.reason":"理由或备注","sign.do":"签署","sign.no-name":"请填写姓名。","sign.done":"{role} {name}：已签署。","export.what":"计划将完整评估并核对，作为新版本写入原文件夹旁的新文件夹。原计划保持不变。","export.changes":"更改内容","export.broken":"违反的规则","export.sure":"仍然导出；将写入计划","export.not-sure":"存在违反的规则：请勾选确认。","export.name":"新文件夹名称","export.do":"导出","export.running":"正在评估、核对并写入 …","export.done":"已导出","fact.folder":"文件夹","fact.version":"版本","fact.parent":"来源版本","fact.files":"文件","fact.seed_length_mm":"粒子长度，mm","fact.level_text":"级别说明","fact.second check":"第二次核对","fact.author":"作者","fact.reason":"原因","fact.at":"时间","fact.strength_label":"源强","fact.strength_at":"源强对应时间","fact.calibration":"校准","fact.needles":"针","fact.seeds":"粒子","fact.headline":"剂量","fact.goals":"目标","fact.status":"状态","fact.reasons":"未达标原因","fact.signatures":"签署","fact.prepared":"制定者","fact.reviewed":"审核者","fact.notes":"说明","fact.dose":"剂量","fact.access":"进针","fact.limits":"限量","fact.dose_gy":"剂量，Gy","fact.metric":"处方指标","fact.name":"名称","fact.model":"型号","fact.text":"内容","fact.met":"满足","fact.value":"值","fact.dose_met":"剂量达标","fact.limits_kept":"限量满足","fact.label":"说明","fact.key":"键","fact.hash":"哈希值","fact.source":"源","fact.level":"源数据级别","fact.prescription":"处方","fact.strength":"源强","fact.warnings":"警告","fact.second_check":"第二次核对","fact.date":"日期","fact.approval":"批准","fact.edits":"修改","fact.metrics":"剂量指标","fact.verdict":"结论","fact.points":"点数","fact.max_relative_difference":"最大相对差",yes:"是",no:"否","help.keys":"按键","help.what":"作用","help.units":"坐标为 DICOM 患者坐标，mm（x 向左，y 向后，z 向上）。剂量为永久植入总剂量，Gy。","help.slice":"一层","help.slices":"十层","help.ends":"首层与末层","help.cursor":"在所有图像中设置十字线","help.follow":"十字线跟随","help.zoom":"缩放","help.pan":"平移","help.window":"窗宽窗位","help.presets":"软组织、肺、骨","help.reset":"重置视图","help.full":"单窗格或全部（双击）","help.toggles":"剂量色图、轮廓、等剂量线","help.needles":"下一根、上一根针","help.nudge":"沿针移动 0.5 mm；按 Shift 为 5 mm","help.undo":"撤销","help.redo":"重做","help.measure":"测距","help.escape":"取消拖动、退出工具、关闭","help.help":"本页","keys.Wheel, ↑ ↓":"滚轮, ↑ ↓","keys.Click":"单击","keys.Shift + move":"Shift + 移动","keys.Ctrl + wheel":"Ctrl + 滚轮","keys.Middle / Ctrl drag":"中键 / Ctrl 拖动","keys.Right drag":"右键拖动","keys.Arrows on a seed":"粒子上的方向键"};var ol={en:rp,zh:op},ap={en:"English",zh:"简体中文"},al="en";function ll(i){al=i in ol?i:"en",document.documentElement.lang=al==="zh"?"zh-Hans":"en"}var is=()=>al;function B(i,e={}){return(ol[al][i]??ol.en[i]??i).replace(/\{(\w+)\}/g,(n,s)=>s in e?String(e[s]):n)}var cl=i=>i in ol.en,Mt=(i,e=1)=>i==null||Number.isNaN(i)?"–":i.toFixed(e);var Yo="token",Vr="",mu="";function lp(){let i=new URLSearchParams(location.hash.slice(1));if(i.has(Yo)){Vr=i.get(Yo),sessionStorage.setItem(Yo,Vr),i.delete(Yo);let e=i.toString();history.replaceState(null,"",location.pathname+(e?`#${e}`:""))}else Vr=sessionStorage.getItem(Yo)??"";return Vr!==""}var cp=()=>Vr,hp=i=>{mu=i},Mn=class extends Error{constructor(e,t,n){super(t),this.status=e,this.body=n}};async function gu(i,e={}){let t={Authorization:`Bearer ${Vr}`,"Accept-Language":is(),...e.headers};mu&&(t["X-Session"]=mu);let n;try{n=await fetch(i,{...e,headers:t,cache:"no-store"})}catch{throw new Mn(0,"")}if(n.ok)return n;let s=await n.text(),r=null;try{r=JSON.parse(s)}catch{}throw new Mn(n.status,r?.error??r?.message??s.slice(0,300),r)}var Gn=async i=>(await gu(i)).json(),Ai=async(i,e={})=>(await gu(i,{method:"POST",headers:{"Content-Type":"application/json"},body:JSON.stringify(e)})).json();async function Gr(i){let e=await gu(i);return{header:JSON.parse(e.headers.get("X-Grid")??"null"),bytes:await e.arrayBuffer()}}var lr=null,$o=null,up=0;function dp(){return lr=L("div",{id:"message",role:"status","aria-live":"polite"}),$o=L("div",{id:"banner",role:"alert",hidden:!0}),{line:lr,banner:$o}}function vt(i,e="info"){lr&&(jn(lr,i),lr.title=i,lr.className=e,clearTimeout(up),up=setTimeout(()=>jn(lr,""),12e3))}function Zo(i){$o&&($o.hidden=!i,jn($o,i??""))}var ux=1500,cr=null,hl=new Map;function Ci(i,e){hl.set(i,e)}function ul(i){return cr?.readyState!==WebSocket.OPEN?!1:(cr.send(JSON.stringify(i)),!0)}function _u(){cr=new WebSocket(`ws://${location.host}/ws`),cr.binaryType="arraybuffer",cr.addEventListener("open",()=>ul({type:"hello",token:cp(),language:is()})),cr.addEventListener("message",({data:i})=>{if(typeof i!="string")return hl.get("binary")?.(i);let e=JSON.parse(i);e.type==="welcome"&&dx(e),e.type==="role"&&fp(e.role),hl.get(e.type)?.(e)}),cr.addEventListener("close",fx)}function dx({role:i,session:e}){hp(e),T.connected=!0,Zo(""),fp(i)}function fp(i){T.role=i,He("role")}function fx(){T.connected&&(T.connected=!1,hl.get("lost")?.(),He("role")),Zo(B("server.lost")),setTimeout(_u,ux)}var Jo={wheel:[],drag:[],exact:[]};function Ko(i,e){requestAnimationFrame(()=>requestAnimationFrame(()=>{Jo[i].push(performance.now()-e),Jo[i].length>1e3&&Jo[i].shift()}))}var pp=(i,e)=>i[0]*e[0]+i[1]*e[1]+i[2]*e[2],Hr=class{constructor(e,t){if(this.header=e,this.values=t,this.shape=[e.shape[2],e.shape[1],e.shape[0]],this.origin=e.origin_mm,this.spacing=e.spacing_mm,this.axes=e.axes??[[1,0,0],[0,1,0],[0,0,1]],t.length!==e.shape[0]*e.shape[1]*e.shape[2])throw new Error("dose of another size")}index(e){let t=[e[0]-this.origin[0],e[1]-this.origin[1],e[2]-this.origin[2]];return[0,1,2].map(n=>pp(t,this.axes[n])/this.spacing[n])}steps(e){return[0,1,2].map(t=>pp(e,this.axes[t])/this.spacing[t])}at(e){let t=this.blended(...this.index(e));return Number.isNaN(t)?null:t}onPlane(e,t,n,s,r,o){let a=o??new Float32Array(s*r),[l,c,h]=this.index(e),[d,u,f]=this.steps(t),[g,S,m]=this.steps(n),p=0;for(let y=0;y<r;y++){let R=l+y*g,w=c+y*S,I=h+y*m;for(let A=0;A<s;A++,R+=d,w+=u,I+=f)a[p++]=this.blended(R,w,I)}return a}blended(e,t,n){let[s,r,o]=this.shape;if(e<0||t<0||n<0||e>s-1||t>r-1||n>o-1)return NaN;let a=Math.min(s-2,e|0),l=Math.min(r-2,t|0),c=Math.min(o-2,n|0),h=e-a,d=t-l,u=n-c,f=this.values,g=(c*r+l)*s+a,S=g+s*r,m=(f[g]*(1-h)+f[g+1]*h)*(1-d)+(f[g+s]*(1-h)+f[g+s+1]*h)*d,p=(f[S]*(1-h)+f[S+1]*h)*(1-d)+(f[S+s]*(1-h)+f[S+s+1]*h)*d;return m*(1-u)+p*u}corners(){let e=this.shape.map((t,n)=>(t-1)*this.spacing[n]);return[0,1,2,3,4,5,6,7].map(t=>[0,1,2].map(n=>this.origin[n]+[0,1,2].reduce((s,r)=>s+(t>>r&1)*e[r]*this.axes[r][n],0)))}};function mp(i){let e=new DataView(i).getUint32(0,!0),t=JSON.parse(new TextDecoder().decode(new Uint8Array(i,4,e))),n=4+e,s=t.sizes.map(r=>{let o=new Float32Array(i,n,r);return n+=o.byteLength,o});return{header:t,values:s}}var xu=null,jo=null;function Bi(i,e=!1){if(!i||!e&&T.plan&&i!==T.plan&&(i.revision<T.plan.revision||i.revision===T.plan.revision&&i.checked==="preview"&&T.plan.checked!=="preview"))return;T.plan=i,T.preview=null;let{needle:t,seed:n}=T.selection;t!==null&&!Fn(i,t)?T.selection={needle:null,seed:null}:n!==null&&!zr(i,n)&&(T.selection={needle:t,seed:null}),He("plan"),px()}async function px(){let{plan:i}=T;if(!i)return;let e=i.revision;if(!(xu===e||jo===e)){jo=e;try{let{header:t,bytes:n}=await Gr(`/api/dose?revision=${i.revision}`);if(jo!==e)return;T.dose=new Hr(t,new Float32Array(n)),xu=e,T.preview||(T.planes=null),He("dose")}catch(t){if(t instanceof Mn)vt(t.message,"bad");else throw t}finally{jo===e&&(jo=null)}}}function Qo(){xu=null}async function xs(){let i=await Gn("/api/state");T.server={...T.server,...i},T.original=i.original,Qo(),Bi(i.plan,!0)}var yu=0,Zt=null,ea=null;function gp(){if(!Bn()||Zt)return{to(){},end(){}};let i={base:T.plan.revision,edit:null,since:0,queued:!1,inFlight:0,asked:0,planes:[]};return Zt=i,He("drag"),{to(e,t){Zt!==i||JSON.stringify(e)===JSON.stringify(i.edit)||(Object.assign(i,{edit:e,since:t}),gx(e),xp(i))},end(e){Zt===i&&Sp(i,e)}}}function _p(i="drag.cancelled"){return Zt?(Sp(Zt,!1),vt(B(i)),!0):!1}function xp(i){i.inFlight?i.queued=!0:vp(i)}function yp(){Zt?.edit&&(Zt.since=performance.now(),xp(Zt))}function vp(i){Object.assign(i,{queued:!1,inFlight:++yu,asked:i.since,planes:mx()});let e=i.planes.map(({plane:{origin:t,right:n,down:s,columns:r,rows:o}})=>({origin_mm:t,right_mm:n,down_mm:s,columns:r,rows:o}));ul({type:"drag",serial:i.inFlight,base_revision:i.base,edit:i.edit,planes:e})||Mp()}function mx(){return Object.entries(T.page.panes).filter(([,e])=>!e.node.hidden).map(([e,t])=>({name:e,plane:t.dosePlane?.()})).filter(({plane:e})=>e)}function Sp(i,e){Zt=null,He("drag"),i.edit&&(ea=e?{revision:i.base,at:performance.now()}:null,ul({type:"drag-end",serial:++yu,base_revision:i.base,commit:e,edit:i.edit}),e||vu())}function Mp(){Zt&&(Zt=null,He("drag"),vu(),Zo(B("drag.lost")))}function vu(){T.planes=null,Bi(T.plan)}Ci("lost",Mp);Ci("preview",i=>{!Zt||i.serial!==Zt.inFlight||xx(i)});Ci("binary",i=>{let{header:e,values:t}=mp(i);!Zt||e.serial!==Zt.inFlight||(T.planes=Object.fromEntries(Zt.planes.map(({name:n,plane:s},r)=>[n,{...s,values:t[r]}])),He("dose"),Ko("drag",Zt.asked),bp())});Ci("error",i=>{if(vt(i.message,"bad"),Zt){i.serial===Zt.inFlight&&bp();return}vu()});Ci("plan",({plan:i})=>{Zt||(Bi(i),!(!ea||i.checked==="preview"||i.revision<=ea.revision)&&(Ko("exact",ea.at),ea=null))});function bp(){Zt.inFlight=0,Zt.queued&&vp(Zt)}function gx(i){let e=T.preview?.plan??{...T.plan,checked:"preview"};T.preview={serial:yu,plan:{...e,..._x(i)}},He("preview")}function _x(i){let e=T.plan,t=i.needle??e.seeds.find(c=>c.id===i.seed).needle,n=Fn(e,t),s={...n,entry_mm:i.entry_mm??n.entry_mm,tip_mm:i.tip_mm??n.tip_mm},r=s.tip_mm.map((c,h)=>c-s.entry_mm[h]),o=Math.hypot(...r),a=r.map(c=>c/o),l=e.seeds.map(c=>{if(c.needle!==t||i.seed&&c.id!==i.seed)return c;let h=i.depth_mm??c.depth_from_tip_mm;return{...c,direction:a,depth_from_tip_mm:h,position_mm:s.tip_mm.map((d,u)=>d-h*a[u])}});return{needles:e.needles.map(c=>c.id===t?{...s,length_mm:o}:c),seeds:l}}function xx(i){let e=T.preview?.plan??T.plan,t=!Zt.queued,n=(o,a)=>o.map(l=>{let c=a.find(h=>h.id===l.id);return c?t?{...l,...c}:{...l,rules:c.rules}:l}),s={...e.dvh};for(let[o,a]of Object.entries(i.dvh))Object.hasOwn(s,o)&&(s[o]={...s[o],...a});T.preview={serial:i.serial,plan:{...e,checked:"preview",metrics:i.metrics,dvh:s,needles:n(e.needles,i.needles),seeds:n(e.seeds,i.seeds)}};let r=[i.impossible,...i.rules].filter(Boolean);vt(r.length?r.join(" · "):B("drag.fine"),r.length?"bad":"good"),He("preview")}var wp=Promise.resolve(),Su=0;function Ri(i){return pl(async()=>{let e=typeof i=="function"?i(T.plan):i;return e?Ai("/api/edit",{base_revision:T.plan.revision,edit:e}):!1})}var dl=()=>T.plan?.can_undo&&pl(()=>Ai("/api/undo")),fl=()=>T.plan?.can_redo&&pl(()=>Ai("/api/redo")),Tp=()=>pl(()=>Ai("/api/original")),Mu=()=>Su;function pl(i){if(!Bn())return vt(B(T.connected?"drag.reader":"server.lost"),"bad"),Promise.resolve(!1);Su++,He("busy");let e=wp.then(async()=>{try{let t=await i();return t?(Qo(),Bi(t),yx(t),!0):!1}catch(t){if(!(t instanceof Mn))throw t;return vt(t.message||B("server.lost"),"bad"),t.status===409&&await xs(),!1}finally{Su--,He("busy")}});return wp=e.catch(()=>{}),e}function yx(i){let e=i.edits.at(-1),t=i.needles.filter(s=>s.rules.length).length+i.seeds.filter(s=>s.rules.length).length,n=e?e.text:B("edits.none");vt(t?`${n} · ${B("rules.broken",{count:t})}`:n,t?"bad":"info")}var Ep=.5,Ap=5;function Cp(i,e){let t={ArrowUp:-1,ArrowLeft:-1,ArrowDown:1,ArrowRight:1}[e.key];if(!t)return!1;if(e.repeat&&Mu())return!0;let n=t*(e.shiftKey?Ap:Ep);return Ri(s=>{let r=zr(s,i);if(!r)return null;if(r.locked)return vt(B("drag.locked"));let o=Math.round((r.depth_from_tip_mm+n)*100)/100;return{type:"move-seed",seed:i,depth_mm:Math.max(0,o)}}),!0}function Rp(i,e,t,n){let{u:s,v:r,su:o,sv:a}=i.plane,l={ArrowRight:[s,o],ArrowLeft:[s,-o],ArrowDown:[r,a],ArrowUp:[r,-a]}[n.key];if(!l)return!1;if(n.repeat&&Mu())return!0;let c=l[1]*(n.shiftKey?Ap:Ep),h=i.frame.axes[l[0]].map(d=>d*c);return Ri(d=>{let u=Fn(d,e);if(!u)return null;let f=`${t}_mm`;return{type:"move-needle",needle:e,[f]:u[f].map((g,S)=>g+h[S])}}),!0}function ml(i){return T.plan.seeds.filter(t=>t.needle===i)[0]?.position_mm??Fn(T.plan,i)?.tip_mm}function Wr(i){T.display.tool=T.display.tool===i?"look":i,T.draft=null,T.display.tool==="needle"&&vt(B("tool.needle.entry")),T.display.tool==="measure"&&vt(B("tool.measure.from")),He("display"),He("draft")}async function Pp(i){T.display.tool==="measure"?vx(i):T.draft?.entry?await Sx(T.draft.entry,i):(T.draft={entry:i},vt(B("tool.needle.tip"))),He("draft")}function vx(i){if(!T.draft?.entry){T.draft={entry:i},vt(B("tool.measure.to"));return}T.measures=[...T.measures,{from:T.draft.entry,to:i}],T.draft=null,He("measures")}async function Sx(i,e){T.draft=null;let t=new Set(T.plan.needles.map(s=>s.id)),n=s=>s.map(r=>Math.round(r*10)/10);if(await Ri({type:"add-needle",entry_mm:n(i),tip_mm:n(e)})){let s=T.plan.needles.find(r=>!t.has(r.id));s&&ui(s.id),T.display.tool="look",He("display")}}function Ip(i){T.draft?.entry&&(T.draft.tip=i,He("draft"))}function Lp(){T.measures=[],T.draft=null,He("measures")}function Vs(i){T.display.window=i,T.ct?.setWindow(i),He("window")}var gl=class{constructor(e,t){this.values=e,this.frame=t,this.table=new Uint32Array(65536),this.setWindow({width:400,level:40})}setWindow({width:e,level:t}){let n=t-e/2;for(let s=-32768;s<32768;s++){let r=Math.max(0,Math.min(255,Math.round((s-n)/e*255)));this.table[s&65535]=4278190080|r<<16|r<<8|r}}at(e){let[t,n,s]=this.frame.index(e).map(Math.round),[r,o,a]=this.frame.shape;return t<0||n<0||s<0||t>=r||n>=o||s>=a?null:this.values[(s*o+n)*r+t]}pixels(e,t){let{u:n,v:s,w:r,su:o,sv:a}=this.frame.planes[e],l=this.frame.shape,c=[1,l[0],l[0]*l[1]],[h,d]=[l[n],l[s]],u=new ImageData(h,d),f=new Uint32Array(u.data.buffer),{values:g,table:S}=this,m=0;for(let p=0;p<d;p++){let y=t*c[r]+(a>0?p:d-1-p)*c[s]+(o>0?0:h-1)*c[n],R=o*c[n];for(let w=0;w<h;w++,y+=R)f[m++]=S[g[y]&65535]}return u}oblique(e,t,n,s,r){let o=new ImageData(s,r),a=new Uint32Array(o.data.buffer),{shape:l,spacing:c}=this.frame,h=this.frame.index(e),d=p=>this.frame.directionToFrame(p).map((y,R)=>y/c[R]),[u,f]=[d(t),d(n)],[g,S,m]=l;for(let p=0;p<r;p++)for(let y=0;y<s;y++){let R=h[0]+p*f[0]+y*u[0],w=h[1]+p*f[1]+y*u[1],I=h[2]+p*f[2]+y*u[2];a[p*s+y]=this.table[this.blended(R,w,I,g,S,m)&65535]}return o}blended(e,t,n,s,r,o){let a=Math.floor(e),l=Math.floor(t),c=Math.floor(n);if(a<-1||l<-1||c<-1||a>=s||l>=r||c>=o)return-32768;let{values:h}=this,d=0;for(let u=0;u<8;u++){let f=Math.min(s-1,Math.max(0,a+(u&1))),g=Math.min(r-1,Math.max(0,l+(u>>1&1))),S=Math.min(o-1,Math.max(0,c+(u>>2))),m=(u&1?e-a:1-e+a)*(u&2?t-l:1-t+l)*(u&4?n-c:1-n+c);d+=m*h[(S*r+g)*s+f]}return Math.round(d)}},hr=[{key:"soft",width:400,level:40},{key:"lung",width:1500,level:-600},{key:"bone",width:2500,level:480}];var Mx=3,bx=100,wx=.2;function Dp(i){let{node:e}=i,t=null,n=r=>{let o=e.getBoundingClientRect();return[r.clientX-o.left-e.clientLeft,r.clientY-o.top-e.clientTop]};e.addEventListener("pointerdown",r=>{if(t)return;e.focus({preventScroll:!0});let[o,a]=n(r);t={...Ex(i,r,o,a),x:o,y:a,startX:o,startY:a,id:r.pointerId,moved:!1},e.setPointerCapture(r.pointerId),r.preventDefault()}),e.addEventListener("pointermove",r=>{let[o,a]=n(r);if(He("hover",{pane:i,point:i.viewport.patient(o,a,i.frame.atSlice(i.name,T.cursor,i.currentSlice()))}),!t){r.shiftKey&&T.display.tool==="look"?kn(Xr(i,o,a)):Ip(Xr(i,o,a));return}r.pointerId===t.id&&(!t.moved&&Math.hypot(o-t.startX,a-t.startY)<Mx||(t.moved=!0,t.move?.(o,a,o-t.x,a-t.y,r),t.x=o,t.y=a))}),e.addEventListener("pointerup",r=>{if(!t||r.pointerId!==t.id)return;let o=t;t=null,o.end?.(!0,o.moved)});let s=()=>{let r=t;t=null,r?.end?.(!1,r.moved)};e.addEventListener("pointercancel",s),e.addEventListener("lostpointercapture",()=>t&&s()),window.addEventListener("blur",s),e.addEventListener("pointerleave",()=>He("hover",null)),e.addEventListener("contextmenu",r=>r.preventDefault()),Tx(i,n),i.cancelGesture=s}function Tx(i,e){let t=0;i.node.addEventListener("wheel",n=>{n.preventDefault();let[s,r]=e(n);if(n.ctrlKey||n.metaKey){i.viewport.zoom(n.deltaY<0?1.15:1/1.15,s,r),i.draw();return}let o=n.deltaMode===0?n.deltaY/bx:Math.sign(n.deltaY);t=Math.sign(t)===-Math.sign(o)?o:t+o;let a=Math.trunc(t+Math.sign(t)*1e-6);a&&(t-=a,bu(i,a),Ko("wheel",n.timeStamp))},{passive:!1})}function bu(i,e){kn(i.frame.atSlice(i.name,T.cursor,i.currentSlice()+e))}var Xr=(i,e,t)=>i.viewport.patient(e,t,T.cursor);function Ex(i,e,t,n){if(e.button===2)return Ax();if(e.button===1||e.ctrlKey||e.metaKey)return{move:(o,a,l,c)=>(i.viewport.pan(l,c),i.draw())};if(T.display.tool!=="look")return{end:o=>o&&Pp(Xr(i,t,n))};let s=e.target.closest?.("[data-handle],[data-seed],[data-needle]");if(s)return Cx(i,s,t,n);let r=(o,a)=>kn(Xr(i,o,a));return r(t,n),{move:r}}function Ax(){let{width:i,level:e}=T.display.window,[t,n]=[i,e];return{move:(s,r,o,a)=>{t=Math.max(1,t+o*3),n-=a*3,Vs({key:"free",width:Math.round(t),level:Math.round(n)})}}}function Cx(i,e,t,n){let s=un(),r=e.dataset.seed?zr(s,Number(e.dataset.seed)):null,o=Fn(s,r?r.needle:Number(e.dataset.needle));if(!o)return{};let a=r?T.selection.seed===r.id:T.selection.needle===o.id;if(ui(o.id,r?.id??(a?T.selection.seed:null)),e.focus?.({preventScroll:!0}),!a)return{move:()=>vt(B("drag.again"))};let l=r&&r.locked||o.locked;return l||!Bn()?{move:()=>vt(B(l?"drag.locked":"drag.reader"))}:r?Rx(i,o,r,t,n):Px(i,o,e.dataset.handle??"whole",t,n)}function Rx(i,e,t,n,s){let{frame:r,plane:o,viewport:a}=i,l=r.directionToFrame(t.direction),c=[l[o.u],l[o.v]],h=Math.hypot(...c);if(h<wx)return{move:()=>vt(B("drag.end-on"))};let[d,u]=a.fromScreen(n,s),f=e.length_mm;return Np((g,S)=>{let[m,p]=a.fromScreen(g,S),y=((m-d)*c[0]+(p-u)*c[1])/h**2,R=Math.round((t.depth_from_tip_mm-y)*2)/2;return{type:"move-seed",seed:t.id,depth_mm:Math.max(0,Math.min(f,R))}})}function Px(i,e,t,n,s){let r=Xr(i,n,s);return Np((o,a)=>{let l=Xr(i,o,a),c=d=>d.map((u,f)=>Math.round((u+l[f]-r[f])*10)/10),h={type:"move-needle",needle:e.id};return t!=="tip"&&(h.entry_mm=c(e.entry_mm)),t!=="entry"&&(h.tip_mm=c(e.tip_mm)),h})}function Np(i){let e=null;return{move:(t,n,s,r,o)=>{e??=gp(),e.to(i(t,n),o.timeStamp)},end:(t,n)=>n&&e?.end(t)}}var Op=[["Wheel, ↑ ↓","help.slice"],["PgUp PgDn","help.slices"],["Home End","help.ends"],["Click","help.cursor"],["Shift + move","help.follow"],["Ctrl + wheel","help.zoom"],["Middle / Ctrl drag","help.pan"],["Right drag","help.window"],["1 2 3","help.presets"],["R","help.reset"],["F","help.full"],["D C I","help.toggles"],["N P","help.needles"],["Arrows on a seed","help.nudge"],["Ctrl+Z","help.undo"],["Ctrl+Shift+Z","help.redo"],["M","help.measure"],["Esc","help.escape"],["?","help.help"]];function Fp({panes:i,showHelp:e,closeDialog:t}){let n=()=>i[T.display.active]??i.axial,s={1:()=>Vs(hr[0]),2:()=>Vs(hr[1]),3:()=>Vs(hr[2]),r:()=>Object.values(i).forEach(o=>o.reset()),f:()=>na(T.display.layout==="all"?T.display.active:"all"),d:()=>ta("dose"),c:()=>ta("contours"),i:()=>ta("isodoses"),m:()=>Wr("measure"),n:()=>Up(1),p:()=>Up(-1),"?":e},r=o=>{if(o.key==="Escape")return void(_p()||Lx(i,t));if(o.target.closest("dialog"))return;if((o.ctrlKey||o.metaKey)&&o.key.toLowerCase()==="z"){o.preventDefault(),o.shiftKey?fl():dl();return}if(o.ctrlKey||o.metaKey||o.altKey||o.target.matches("input, select, textarea"))return;if(Ix(o,n))return o.preventDefault();let a=s[o.key.length===1?o.key.toLowerCase():o.key];a&&(o.preventDefault(),a())};return document.addEventListener("keydown",r),()=>document.removeEventListener("keydown",r)}function Ix(i,e){let t=i.target.closest("[data-seed]"),n=i.target.closest("[data-handle]");if(i.key==="Enter"||i.key===" "){if(!t&&!n)return!1;let a=Number(t?.dataset.seed);return ui(t?T.plan.seeds.find(l=>l.id===a).needle:Number(n.dataset.needle),t?a:null),!0}if(t)return Cp(Number(t.dataset.seed),i);if(!i.target.closest("[data-pane]")||!e().plane)return!1;if(n)return Rp(e(),Number(n.dataset.needle),n.dataset.handle,i);let r=e().frame.shape[e().plane.w],o={ArrowUp:-1,ArrowDown:1,PageUp:-10,PageDown:10,Home:-r,End:r}[i.key];return o?(bu(e(),o),!0):!1}function Lx(i,e){e()||(Object.values(i).forEach(t=>t.cancelGesture?.()),T.display.tool!=="look"?Wr(T.display.tool):T.selection.needle!==null&&ui(null))}function ta(i){T.display[i]=!T.display[i],He("display")}function na(i){T.display.layout=i,He("layout")}function Up(i){let e=T.plan?.needles.map(s=>s.id)??[];if(!e.length)return;let t=e.indexOf(T.selection.needle),n=e[(t<0?i>0?0:-1:t+i+e.length)%e.length]??e.at(-1);ui(n),kn(ml(n))}var Dx=i=>{let[e,t,n]=i.map(s=>s/255<=.03928?s/255/12.92:((s/255+.055)/1.055)**2.4);return .2126*e+.7152*t+.0722*n};function wu(i){let e=[1,3,5].map(t=>parseInt(i.slice(t,t+2),16));for(;(Dx(e)+.05)/.05<5;)e=e.map(t=>t+Math.max(1,(255-t)*.06));return`#${e.map(t=>Math.round(Math.min(255,t)).toString(16).padStart(2,"0")).join("")}`}var _l=(i,e)=>i[0]*e[0]+i[1]*e[1]+i[2]*e[2],Nx=[["R","L"],["A","P"],["I","S"]],Ux={axial:{u:0,v:1,w:2,wanted:[[0,1],[1,1]]},sagittal:{u:1,v:2,w:0,wanted:[[1,1],[2,-1]]},coronal:{u:0,v:2,w:1,wanted:[[0,1],[2,-1]]}},xl=class{constructor(e){this.shape=[e.shape[2],e.shape[1],e.shape[0]],this.origin=e.origin_mm,this.spacing=e.spacing_mm,this.axes=e.axes,this.planes=Object.fromEntries(Object.entries(Ux).map(([t,n])=>[t,this.oriented(t,n)]))}oriented(e,{u:t,v:n,w:s,wanted:r}){let o=(h,[d,u])=>this.axes[h][d]*u<0?-1:1,a=o(t,r[0]),l=o(n,r[1]),c=(h,d)=>this.letter(this.axes[h].map(u=>u*d));return{name:e,u:t,v:n,w:s,su:a,sv:l,letters:{right:c(t,a),left:c(t,-a),bottom:c(n,l),top:c(n,-l)}}}letter(e){return e.map((t,n)=>[Math.abs(t),Nx[n][t>0?1:0]]).filter(([t])=>t>.35).sort((t,n)=>n[0]-t[0]).map(([,t])=>t).join("")}toFrame(e){let t=[e[0]-this.origin[0],e[1]-this.origin[1],e[2]-this.origin[2]];return[_l(t,this.axes[0]),_l(t,this.axes[1]),_l(t,this.axes[2])]}toPatient(e){return[0,1,2].map(t=>this.origin[t]+e[0]*this.axes[0][t]+e[1]*this.axes[1][t]+e[2]*this.axes[2][t])}directionToFrame(e){return this.axes.map(t=>_l(e,t))}index(e){return this.toFrame(e).map((t,n)=>t/this.spacing[n])}extent(e){return(this.shape[e]-1)*this.spacing[e]}slice(e,t){let n=this.planes[e].w;return Math.max(0,Math.min(this.shape[n]-1,Math.round(this.toFrame(t)[n]/this.spacing[n])))}clamped(e){return this.toPatient(this.toFrame(e).map((t,n)=>Math.max(0,Math.min(this.extent(n),t))))}atSlice(e,t,n){let s=this.planes[e].w,r=this.toFrame(t);return r[s]=Math.max(0,Math.min(this.shape[s]-1,n))*this.spacing[s],this.toPatient(r)}};var yl=class{constructor(e,t,n){this.structure=e,this.frame=n;let s=t.map(({z_mm:o,rings:a})=>{let l=a.map(c=>Ox(c,o,n));return{rings:l.map(c=>c.points),depth:l[0].depth}});this.planes=s.sort((o,a)=>o.depth-a.depth);let r=this.planes.slice(1).map((o,a)=>o.depth-this.planes[a].depth).filter(o=>o>.001);this.step=r.length?Math.min(...r):n.spacing[2]}axial(e){let t=null;for(let n of this.planes){let s=Math.abs(n.depth-e);s<=this.step/2+.001&&(t===null||s<Math.abs(t.depth-e))&&(t=n)}return t?t.rings:[]}centre(){let e=0,t=[0,0,0];for(let{rings:n,depth:s}of this.planes)for(let r of n)for(let o=0;o<r.length;o+=2)t[0]+=r[o],t[1]+=r[o+1],t[2]+=s,e++;return this.frame.toPatient(t.map(n=>n/e))}across(e,t){let n=this.planes.map(({rings:o,depth:a})=>({depth:a,spans:Fx(o,e,t)})),s=[],r=this.step/2;return n.forEach(({depth:o,spans:a},l)=>{for(let u of a)s.push([u,o-r,u,o+r]);let c=n[l+1],h=c&&c.depth-o<1.5*this.step;Bp(s,a,h?c.spans:[],o+r);let d=n[l-1];(!d||o-d.depth>=1.5*this.step)&&Bp(s,[],a,o-r)}),s}contains(e){let[t,n,s]=this.frame.toFrame(e),r=!1;for(let o of this.axial(s))Bx(o,t,n)&&(r=!r);return r}};function Ox(i,e,t){let n=new Float32Array(i.length),s=0;for(let r=0;r<i.length;r+=2){let[o,a,l]=t.toFrame([i[r],i[r+1],e]);n[r]=o,n[r+1]=a,s+=l}return{points:n,depth:s/(i.length/2)}}function Fx(i,e,t){let n=1-e,s=[];for(let r of i){let o=r.length/2;for(let a=0;a<o;a++){let l=(a+1)%o,c=r[2*a+e]-t,h=r[2*l+e]-t;c>0!=h>0&&s.push(r[2*a+n]+(r[2*l+n]-r[2*a+n])*(c/(c-h)))}}return s.sort((r,o)=>r-o)}function Bp(i,e,t,n){let s=[...e,...t].sort((r,o)=>r-o);for(let r=0;r+1<s.length;r+=2)s[r+1]>s[r]&&i.push([s[r],n,s[r+1],n])}function Bx(i,e,t){let n=!1,s=i.length;for(let r=0,o=s-2;r<s;o=r,r+=2)i[r+1]>t!=i[o+1]>t&&e<(i[o]-i[r])*(t-i[r+1])/(i[o+1]-i[r+1])+i[r]&&(n=!n);return n}function ur(i){let e=null,t;return(...n)=>((e===null||n.length!==e.length||n.some((s,r)=>!Object.is(s,e[r])))&&(t=i(...n),e=n),t)}var kx=[[],[[3,0]],[[0,1]],[[3,1]],[[1,2]],null,[[0,2]],[[3,2]],[[2,3]],[[0,2]],null,[[1,2]],[[1,3]],[[0,1]],[[0,3]],[]];function vl(i,e,t,n){let s=new Map,r=o=>Vx(i,e,n,o);for(let o=0;o+1<t;o++)for(let a=0;a+1<e;a++){let l=o*e+a,c=i[l],h=i[l+1],d=i[l+e+1],u=i[l+e],f=(c>=n?1:0)|(h>=n?2:0)|(d>=n?4:0)|(u>=n?8:0);if(!(f===0||f===15||Number.isNaN(c+h+d+u)))for(let[g,S]of kx[f]??zx(f,(c+h+d+u)/4>=n))Gx(s,kp(l,e,g),kp(l,e,S))}return Hx(s).map(o=>o.flatMap(r))}function zx(i,e){return i===5===e?[[0,1],[2,3]]:[[3,0],[1,2]]}function kp(i,e,t){return[2*i,2*(i+1)+1,2*(i+e),2*i+1][t]}function Vx(i,e,t,n){let s=n>>1,r=n&1,o=s+(r?e:1),a=(t-i[s])/(i[o]-i[s]),l=s%e,c=(s-l)/e;return r?[l,c+a]:[l+a,c]}function Gx(i,e,t){for(let[n,s]of[[e,t],[t,e]]){let r=i.get(n);r?r.push(s):i.set(n,[s])}}function Hx(i){let e=[],t=n=>{let s=[n],r=n;for(;;){let a=i.get(r)?.pop();if(a===void 0)break;let l=i.get(a);l.splice(l.indexOf(r),1),s.push(a),r=a}return s};for(let[n,s]of i)s.length===1&&e.push(t(n));for(let[n,s]of i)s.length&&e.push(t(n));return e}var Wx=.5,Xx=.5;function Tu(i,e,t){if(!i)return null;let{frame:n,plane:s}=e,r=i.corners().map(p=>n.toFrame(p)),o=[0,1,2].map(p=>Math.min(...r.map(y=>y[p]))),a=[0,1,2].map(p=>Math.max(...r.map(y=>y[p]))),l=e.depth();if(l<o[s.w]||l>a[s.w])return null;let c=Math.max(Xx,Math.min(...i.spacing)*t),h=Math.floor((a[s.u]-o[s.u])/c)+1,d=Math.floor((a[s.v]-o[s.v])/c)+1,u=[0,0,0];u[s.u]=o[s.u],u[s.v]=o[s.v],u[s.w]=l;let f=p=>n.axes[p].map(y=>y*c),g=o[s.u],S=o[s.v],m=[g-c/2,S-c/2,g+(h-.5)*c,S+(d-.5)*c];return{origin:n.toPatient(u),right:f(s.u),down:f(s.v),columns:h,rows:d,step:c,u0:g,v0:S,depth:l,box:m}}function Eu(i,e){let t=Tu(i,e,Wx);if(!t)return null;let{origin:n,right:s,down:r,columns:o,rows:a}=t;return{...t,values:i.onPlane(n,s,r,o,a)}}function zp(i){if(!T.planes)return T.dose?.at(i)??null;let e=T.frame.toFrame(i);for(let[t,{values:n,columns:s,rows:r,step:o,u0:a,v0:l,depth:c}]of Object.entries(T.planes)){let h=T.frame.planes[t];if(!h||Math.abs(e[h.w]-c)>.001)continue;let d=(e[h.u]-a)/o,u=(e[h.v]-l)/o;if(d<0||u<0||d>s-1||u>r-1)continue;let f=Math.min(s-2,d|0),g=Math.min(r-2,u|0),[S,m,p]=[d-f,u-g,g*s+f];return(n[p]*(1-S)+n[p+1]*S)*(1-m)+(n[p+s]*(1-S)+n[p+s+1]*S)*m}return null}function Vp(i,e){let{values:t,columns:n,rows:s,step:r,u0:o,v0:a}=i;return vl(t,n,s,e).map(l=>{let c="";for(let h=0;h<l.length;h+=2)c+=`${h?"L":"M"}${(o+l[h]*r).toFixed(2)} ${(a+l[h+1]*r).toFixed(2)}`;return c}).join("")}function Gp(i,e,t,n){let s=t.filter(c=>c.shown).sort((c,h)=>c.gy-h.gy);i.width=e.columns,i.height=e.rows;let r=new ImageData(e.columns,e.rows),o=new Uint32Array(r.data.buffer),a=s.map(c=>qx(c.colour)),l=Math.round(255*n)<<24;for(let c=0;c<o.length;c++){let h=e.values[c],d=-1;for(;d+1<s.length&&h>=s[d+1].gy;)d++;if(d<0)continue;let u=Math.min(d+1,s.length-1),f=u===d?0:(h-s[d].gy)/(s[u].gy-s[d].gy),[g,S]=[a[d],a[u]],m=p=>Math.round(g[p]+(S[p]-g[p])*f);o[c]=l|m(2)<<16|m(1)<<8|m(0)}i.getContext("2d").putImageData(r,0,0)}var qx=i=>[1,3,5].map(e=>parseInt(i.slice(e,e+2),16));var Yx=(i,e)=>Math.hypot(i[0]-e[0],i[1]-e[1],i[2]-e[2]);function Wp(i){T.measures.forEach((e,t)=>Hp(i,`measure${t}`,"measure",e.from,e.to)),T.draft?.entry&&Hp(i,"draft","draft",T.draft.entry,T.draft.tip??T.draft.entry)}function Hp(i,e,t,n,s){let{pane:r}=i,{plane:o,frame:a}=r,[l,c]=[a.toFrame(n),a.toFrame(s)],h=Math.min(Math.abs(l[o.w]-r.depth()),Math.abs(c[o.w]-r.depth()));if(t==="measure"&&h>a.spacing[o.w]/2+.1)return;let d=i.keep("marks",e,()=>mt("g",{class:t},mt("line"),mt("text"))),[u,f]=d.children,g={x1:l[o.u],y1:l[o.v],x2:c[o.u],y2:c[o.v]};for(let[m,p]of Object.entries(g))Et(u,m,p.toFixed(3));let S=1/r.viewport.scale;Et(f,"transform",`translate(${c[o.u]} ${c[o.v]}) scale(${o.su*S} ${o.sv*S}) translate(8 -6)`),jn(f,`${Yx(n,s).toFixed(1)} mm`)}var Xp=2.5,qp=6,Ml=class{constructor(e){this.pane=e,this.world=mt("g",{class:"world"}),this.layers=Object.fromEntries(["contours","isodoses","other","targets","needles","seeds","handles","marks"].map(t=>[t,mt("g",{class:t})])),this.world.append(...Object.values(this.layers)),this.cross=mt("g",{class:"crosshair"}),this.hairs=[mt("line"),mt("line")],this.cross.append(...this.hairs),e.svg.append(this.world,this.cross),this.kept=new Map,this.outlines=ur((t,n)=>t.map(s=>Zx(s,e.name,n))),this.lines={isodoses:ur(Yp),other:ur(Yp)}}keep(e,t,n){let s=`${e}/${t}`,r=this.kept.get(s);return r||(r=n(),this.layers[e].append(r),this.kept.set(s,r)),this.used.add(s),r}draw(){this.used=new Set,Et(this.world,"transform",this.pane.viewport.matrix()),T.display.contours&&this.drawContours(),T.display.isodoses&&this.drawIsodoses();let e=un();e&&this.drawImplant(e),Wp(this);for(let[t,n]of this.kept)this.used.has(t)||(n.remove(),this.kept.delete(t));this.drawCross()}drawContours(){let e=this.outlines(T.contours,this.pane.depth());T.contours.forEach(({structure:t},n)=>{let s=e[n];if(!s||T.display.hidden.has(t.name))return;let r=this.keep(t.kind==="target"?"targets":"contours",t.key,()=>mt("path",{class:`contour ${t.kind}`,stroke:t.colour,"data-structure":t.name,"stroke-dasharray":ia(t.dash)},mt("title",{text:t.name})));Et(r,"d",s)})}drawIsodoses(){let e=[["isodoses",this.pane.dose,this.pane.otherDose?"none":""],["other",this.pane.otherDose,"5 4"]];for(let[t,n,s]of e){if(!n)continue;let r=T.display.levels.filter(a=>a.shown),o=this.lines[t](n,r.map(a=>a.gy).join(" "));for(let[a,l]of r.entries()){let c=o[a];if(!c)continue;let h=this.keep(t,l.id,()=>mt("path",{class:"isodose"},mt("title")));Et(h,"d",c),Et(h,"stroke",l.colour),Et(h,"data-gy",l.gy),Et(h,"stroke-dasharray",s||ia(l.dash)),Et(h,"stroke-width",l.percent===100?2.4:1.5),h.firstChild.textContent=B("isodose.title",{gy:Mt(l.gy),percent:Mt(l.percent,0)})}}}drawImplant(e){let{plane:t,frame:n}=this.pane,s=this.pane.depth(),r=a=>{let l=n.toFrame(a);return[l[t.u],l[t.v],l[t.w]-s]};for(let a of e.needles)this.drawNeedle(a,r(a.entry_mm),r(a.tip_mm));for(let a of e.seeds)this.drawSeed(e,a,r);let o=Fn(e,T.selection.needle);o&&this.drawHandles(o,r(o.entry_mm),r(o.tip_mm))}drawNeedle(e,t,n){let s=T.selection.needle===e.id,r=$x(t,n,Math.max(Xp,this.pane.frame.spacing[this.pane.plane.w]/2));if(!r&&!s)return;let o=this.keep("needles",e.id,()=>mt("g",{class:"needle","data-needle":e.id},mt("line",{class:"whole"}),mt("line",{class:"grip"}),mt("line",{class:"near"}),mt("title"))),[a,l,c,h]=o.children;Sl(a,s?[t,n]:null),Sl(l,s?[t,n]:r),Sl(c,r),h.textContent=B("needle.title",{id:e.id,length:Mt(e.length_mm)}),o.classList.toggle("chosen",s),o.classList.toggle("broken",e.rules.length>0)}drawSeed(e,t,n){let[s,r,o]=n(t.position_mm),a=T.selection.seed===t.id,l=T.selection.needle===t.needle,c=Math.abs(o);if(c>qp&&!a&&!l)return;let h=(e.seed_length_mm??4.5)/2,d=this.pane.frame.directionToFrame(t.direction),[u,f]=[d[this.pane.plane.u]*h,d[this.pane.plane.v]*h],g=this.keep("seeds",t.id,()=>mt("g",{class:"seed","data-seed":t.id,tabindex:0,role:"button"},mt("circle",{class:"grip"}),mt("line",{class:"focus"}),mt("line",{class:"edge"}),mt("line",{class:"body"}))),[S,m,p,y]=g.children,R=1/this.pane.viewport.scale,w=Math.max(4,.8/R),I=Math.hypot(u,f)<.05?[.05,0]:[u,f];for(let A of[m,p,y])Sl(A,[[s-I[0],r-I[1]],[s+I[0],r+I[1]]]);Et(y,"stroke-width",w),Et(p,"stroke-width",w+2.5),Et(m,"stroke-width",w+8),Et(S,"cx",s),Et(S,"cy",r),Et(S,"r",Math.max(h,9*R)),Et(g,"aria-label",B("seed.label",{id:t.id,needle:t.needle,depth:Mt(t.depth_from_tip_mm)})+(t.locked?`, ${B("locked")}`:"")),g.classList.toggle("faint",c>Xp),g.classList.toggle("chosen",a),g.classList.toggle("broken",t.rules.length>0),g.classList.toggle("locked",!!t.locked)}drawHandles(e,t,n){let s=1/this.pane.viewport.scale;for(let[r,o]of[["entry",t],["tip",n]]){let a=this.keep("handles",`${e.id}/${r}`,()=>mt("g",{class:`handle ${r}`,"data-handle":r,"data-needle":e.id,tabindex:0,role:"button"},mt("circle",{class:"grip"}),mt(r==="entry"?"rect":"circle",{class:"shape"}))),[l,c]=a.children;Et(l,"cx",o[0]),Et(l,"cy",o[1]),Et(l,"r",11*s);let h=5*s;if(r==="entry")for(let[d,u]of Object.entries({x:o[0]-h,y:o[1]-h,width:2*h,height:2*h}))Et(c,d,u);else for(let[d,u]of Object.entries({cx:o[0],cy:o[1],r:h}))Et(c,d,u);Et(a,"aria-label",B(`handle.${r}`,{id:e.id})),a.classList.toggle("faint",Math.abs(o[2])>qp)}}drawCross(){let{viewport:e,plane:t,frame:n}=this.pane,s=n.toFrame(T.cursor),[r,o]=e.toScreen(s[t.u],s[t.v]),[a,l]=e.size;for(let[c,h]of[[this.hairs[0],[0,o,a,o]],[this.hairs[1],[r,0,r,l]]])["x1","y1","x2","y2"].forEach((d,u)=>Et(c,d,h[u].toFixed(2)));Et(this.cross,"data-x",r.toFixed(2)),Et(this.cross,"data-y",o.toFixed(2))}},ia=i=>i?.length?i.map(e=>Math.max(2,e)).join(" "):null;function Sl(i,e){if(!e){i.setAttribute("visibility","hidden");return}i.removeAttribute("visibility"),["x1","y1","x2","y2"].forEach((t,n)=>Et(i,t,e[n>>1][n&1].toFixed(3)))}function $x(i,e,t){let[n,s]=[0,1],r=e[2]-i[2];for(let o of[t,-t]){let a=h=>o>0?i[2]+h*r-o:o-i[2]-h*r,[l,c]=[a(0),a(1)];if(l>0&&c>0)return null;l>0&&(n=Math.max(n,l/(l-c))),c>0&&(s=Math.min(s,l/(l-c)))}return n>=s?null:[n,s].map(o=>[i[0]+o*(e[0]-i[0]),i[1]+o*(e[1]-i[1])])}var Zx=(i,e,t)=>e==="axial"?Jx(i.axial(t)):Kx(i.across(e==="sagittal"?0:1,t)),Yp=(i,e)=>e.split(" ").filter(Boolean).map(t=>Vp(i,Number(t)));function Jx(i){let e="";for(let t of i){for(let n=0;n<t.length;n+=2)e+=`${n?"L":"M"}${t[n].toFixed(2)} ${t[n+1].toFixed(2)}`;e+="Z"}return e}var Kx=i=>i.map(([e,t,n,s])=>`M${e.toFixed(2)} ${t.toFixed(2)}L${n.toFixed(2)} ${s.toFixed(2)}`).join("");var bl=class{constructor(e,t){this.frame=e,this.plane=t,this.centre=[e.extent(t.u)/2,e.extent(t.v)/2],this.scale=1,this.size=[1,1]}fit(e,t){let{u:n,v:s}=this.plane;this.centre=[(e[n]+t[n])/2,(e[s]+t[s])/2],this.scale=Math.min(this.size[0]/Math.max(1,t[n]-e[n]),this.size[1]/Math.max(1,t[s]-e[s]))}toScreen(e,t){return[this.size[0]/2+this.plane.su*(e-this.centre[0])*this.scale,this.size[1]/2+this.plane.sv*(t-this.centre[1])*this.scale]}fromScreen(e,t){return[this.centre[0]+this.plane.su*(e-this.size[0]/2)/this.scale,this.centre[1]+this.plane.sv*(t-this.size[1]/2)/this.scale]}patient(e,t,n){let s=this.frame.toFrame(n);return[s[this.plane.u],s[this.plane.v]]=this.fromScreen(e,t),this.frame.toPatient(s)}zoom(e,t,n){let s=this.fromScreen(t,n);this.scale=Math.max(.2,Math.min(60,this.scale*e));let r=this.fromScreen(t,n);this.centre=[this.centre[0]+s[0]-r[0],this.centre[1]+s[1]-r[1]]}pan(e,t){this.centre=[this.centre[0]-this.plane.su*e/this.scale,this.centre[1]-this.plane.sv*t/this.scale]}matrix(){let{su:e,sv:t}=this.plane,[n,s]=this.toScreen(0,0);return`matrix(${e*this.scale} 0 0 ${t*this.scale} ${n} ${s})`}};function wl(i,e=90){return[100,50,20,10,5,2,1].find(t=>t*i<=e)??1}function $p(i,e,t){let n=[];for(let o of i?.needles??[])n.push(t.toFrame(o.entry_mm),t.toFrame(o.tip_mm));for(let o of e)if(o.structure.kind==="target")for(let{rings:a,depth:l}of o.planes)for(let c of a)for(let h=0;h<c.length;h+=2)n.push([c[h],c[h+1],l]);if(!n.length)return[[0,0,0],[0,1,2].map(o=>t.extent(o))];let s=[0,1,2].map(o=>Math.max(-25,Math.min(...n.map(a=>a[o]))-25)),r=[0,1,2].map(o=>Math.min(t.extent(o)+25,Math.max(...n.map(a=>a[o]))+25));return[s,r]}var qr=class{constructor(e){this.name=e,this.frame=T.frame,this.plane=T.frame.planes[e],this.viewport=T.views[e]??=new bl(T.frame,this.plane),this.slice=-1,this.image=document.createElement("canvas"),this.wash=document.createElement("canvas"),this.build(),this.overlay=new Ml(this),this.sampled=ur(t=>Eu(t,this)),this.otherSampled=ur(t=>Eu(t,this)),this.draw=ln(()=>this.drawNow()),yt("cursor plan preview dose display selection measures draft compared",()=>this.draw()),yt("window",()=>{this.slice=-1,this.draw()}),new ResizeObserver(()=>this.resize()).observe(this.node),Dp(this)}build(){this.canvas=L("canvas",{"aria-hidden":"true"}),this.svg=mt("svg",{class:"overlay"}),this.title=L("div",{class:"pane-title"}),this.windowText=L("div",{class:"pane-window"}),this.bar=L("div",{class:"scale-bar"});let e=Object.entries(this.plane.letters).map(([t,n])=>L("span",{class:`letter ${t}`,text:n}));this.node=L("section",{class:"pane slice",tabindex:0,"data-pane":this.name,role:"group"},this.canvas,this.svg,this.title,this.windowText,this.bar,e),this.node.addEventListener("focus",()=>{T.display.active=this.name,He("layout")})}resize(){let{clientWidth:e,clientHeight:t}=this.node;if(!e||!t)return;let n=window.devicePixelRatio||1,s=this.viewport.size[0]===1,r=this.viewport.size;this.viewport.size=[e,t],this.canvas.width=Math.round(e*n),this.canvas.height=Math.round(t*n),Et(this.svg,"viewBox",`0 0 ${e} ${t}`),s?this.reset():this.viewport.scale*=Math.min(e/r[0],t/r[1]),this.draw()}reset(){this.viewport.fit(...$p(T.plan,T.contours,this.frame)),this.draw()}currentSlice(){return this.frame.slice(this.name,T.cursor)}depth(){return this.currentSlice()*this.frame.spacing[this.plane.w]}drawNow(){let{width:e,height:t}=this.canvas;if(!T.ct||e<2)return;let n=this.currentSlice();if(n!==this.slice){let o=T.ct.pixels(this.name,n);this.image.width=o.width,this.image.height=o.height,this.image.getContext("2d").putImageData(o,0,0),this.slice=n}let s=this.canvas.getContext("2d");s.setTransform(1,0,0,1,0,0),s.fillStyle="#000",s.fillRect(0,0,e,t);let r=e/this.viewport.size[0];s.setTransform(r,0,0,r,0,0),s.imageSmoothingQuality="medium",this.drawImage(s,this.image,this.box()),this.dose=T.display.dose||T.display.isodoses?this.shownDose():null,this.otherDose=T.otherDose&&T.display.isodoses?this.otherSampled(T.otherDose,this.depth()):null,this.dose&&T.display.dose&&(Gp(this.wash,this.dose,T.display.levels,T.display.washOpacity),this.drawImage(s,this.wash,this.dose.box,this.dose)),this.overlay.draw(),this.label(n)}shownDose(){if(!T.planes)return this.sampled(T.dose,this.depth());let e=T.planes[this.name];return e?.depth===this.depth()?e:null}dosePlane(){return T.display.dose||T.display.isodoses?Tu(T.dose,this,1):null}box(){let e=s=>[-.5*this.frame.spacing[s],this.frame.extent(s)+.5*this.frame.spacing[s]],[t,n]=[e(this.plane.u),e(this.plane.v)];return[t[0],n[0],t[1],n[1]]}drawImage(e,t,[n,s,r,o],a=null){let[l,c]=this.viewport.toScreen(n,s),[h,d]=this.viewport.toScreen(r,o);if(!a){e.drawImage(t,Math.min(l,h),Math.min(c,d),Math.abs(h-l),Math.abs(d-c));return}e.save(),e.translate(l,c),e.scale((h-l)/t.width,(d-c)/t.height),e.drawImage(t,0,0),e.restore()}label(e){let t=this.frame.shape[this.plane.w],n=this.frame.atSlice(this.name,T.cursor,e)[this.plane.w],s=`${B(`pane.${this.name}`)}  ${e+1}/${t}  ${"xyz"[this.plane.w]} ${n.toFixed(1)} mm`,{window:r}=T.display;jn(this.title,s),jn(this.windowText,B("window.shown",{width:r.width,level:r.level})),Et(this.node,"aria-label",B("pane.slice.label",{name:B(`pane.${this.name}`),slice:e+1,count:t})),Et(this.node,"data-slice",e);let o=wl(this.viewport.scale);jn(this.bar,`${o} mm`),this.bar.style.width=`${o*this.viewport.scale}px`,this.node.classList.toggle("active",T.display.active===this.name),this.node.classList.toggle("preview",T.preview!==null||un()?.checked==="preview")}};var Qs={LEFT:0,MIDDLE:1,RIGHT:2,ROTATE:0,DOLLY:1,PAN:2},er={ROTATE:0,PAN:1,DOLLY_PAN:2,DOLLY_ROTATE:3},Tm=0,nd=1,Em=2;var Ua=1,Am=2,yo=3,tr=0,ti=1,Li=2,gr=0,vo=1,id=2,sd=3,rd=4,Cm=5;var _r=100,Rm=101,Pm=102,Im=103,Lm=104,Dm=200,Nm=201,Um=202,Om=203,od=204,ad=205,Fm=206,Bm=207,km=208,zm=209,Vm=210,Gm=211,Hm=212,Wm=213,Xm=214,Zl=0,Jl=1,Kl=2,ao=3,jl=4,Ql=5,ec=6,tc=7,Pc=0,qm=1,Ym=2,cs=0,ld=1,cd=2,hd=3,ud=4,dd=5,fd=6,pd=7;var md=300,xr=301,So=302,Ic=303,Lc=304,nc=1e3,rs=1001,ic=1002,Un=1003,$m=1004;var Oa=1005;var ei=1006,Dc=1007;var Ps=1008;var ri=1009,gd=1010,_d=1011,Mo=1012,Nc=1013,Hi=1014,Wi=1015,Xi=1016,Uc=1017,Oc=1018,yr=1020,xd=35902,yd=35899,vd=1021,Sd=1022,qi=1023,Ts=1026,Is=1027,Md=1028,Fc=1029,nr=1030,Bc=1031;var kc=1033,Fa=33776,Ba=33777,ka=33778,za=33779,zc=35840,Vc=35841,Gc=35842,Hc=35843,Wc=36196,Xc=37492,qc=37496,Yc=37488,$c=37489,Va=37490,Zc=37491,Jc=37808,Kc=37809,jc=37810,Qc=37811,eh=37812,th=37813,nh=37814,ih=37815,sh=37816,rh=37817,oh=37818,ah=37819,lh=37820,ch=37821,hh=36492,uh=36494,dh=36495,fh=36283,ph=36284,Ga=36285,mh=36286;var da=2300,sc=2301,Yl=2302,$u=2303,Zu=2400,Ju=2401,Ku=2402;var Zm=3200;var gh=0,Jm=1,Ls="",pi="srgb",fa="srgb-linear",pa="linear",Dt="srgb";var $l=7680;var Km=519,jm=512,Qm=513,eg=514,bd=515,tg=516,ng=517,wd=518,Td=519,ig=35044;var Ed="300 es",Ii=2e3,lo=2001;function jx(i){for(let e=i.length-1;e>=0;--e)if(i[e]>=65535)return!0;return!1}function Qx(i){return ArrayBuffer.isView(i)&&!(i instanceof DataView)}function ma(i){return document.createElementNS("http://www.w3.org/1999/xhtml",i)}function sg(){let i=ma("canvas");return i.style.display="block",i}var Zp={},co=null;function Ad(...i){let e="THREE."+i.shift();co?co("log",e,...i):console.log(e,...i)}function rg(i){let e=i[0];if(typeof e=="string"&&e.startsWith("TSL:")){let t=i[1];t&&t.isStackTrace?i[0]+=" "+t.getLocation():i[1]='Stack trace not available. Enable "THREE.Node.captureStackTrace" to capture stack traces.'}return i}function Ze(...i){i=rg(i);let e="THREE."+i.shift();if(co)co("warn",e,...i);else{let t=i[0];t&&t.isStackTrace?console.warn(t.getError(e)):console.warn(e,...i)}}function tt(...i){i=rg(i);let e="THREE."+i.shift();if(co)co("error",e,...i);else{let t=i[0];t&&t.isStackTrace?console.error(t.getError(e)):console.error(e,...i)}}function ca(...i){let e=i.join(" ");e in Zp||(Zp[e]=!0,Ze(...i))}function og(i,e,t){return new Promise(function(n,s){function r(){switch(i.clientWaitSync(e,i.SYNC_FLUSH_COMMANDS_BIT,0)){case i.WAIT_FAILED:s();break;case i.TIMEOUT_EXPIRED:setTimeout(r,t);break;default:n()}}setTimeout(r,t)})}var ag={[Zl]:Zl,[Kl]:ec,[jl]:jl,[ao]:Ql,[Jl]:Jl,[ec]:Kl,[tc]:tc,[Ql]:ao},Gi=class{addEventListener(e,t){this._listeners===void 0&&(this._listeners={});let n=this._listeners;n[e]===void 0&&(n[e]=[]),n[e].indexOf(t)===-1&&n[e].push(t)}hasEventListener(e,t){let n=this._listeners;return n===void 0?!1:n[e]!==void 0&&n[e].indexOf(t)!==-1}removeEventListener(e,t){let n=this._listeners;if(n===void 0)return;let s=n[e];if(s!==void 0){let r=s.indexOf(t);r!==-1&&s.splice(r,1)}}dispatchEvent(e){let t=this._listeners;if(t===void 0)return;let n=t[e.type];if(n!==void 0){e.target=this;let s=n.slice(0);for(let r=0,o=s.length;r<o;r++)s[r].call(this,e);e.target=null}}},Hn=["00","01","02","03","04","05","06","07","08","09","0a","0b","0c","0d","0e","0f","10","11","12","13","14","15","16","17","18","19","1a","1b","1c","1d","1e","1f","20","21","22","23","24","25","26","27","28","29","2a","2b","2c","2d","2e","2f","30","31","32","33","34","35","36","37","38","39","3a","3b","3c","3d","3e","3f","40","41","42","43","44","45","46","47","48","49","4a","4b","4c","4d","4e","4f","50","51","52","53","54","55","56","57","58","59","5a","5b","5c","5d","5e","5f","60","61","62","63","64","65","66","67","68","69","6a","6b","6c","6d","6e","6f","70","71","72","73","74","75","76","77","78","79","7a","7b","7c","7d","7e","7f","80","81","82","83","84","85","86","87","88","89","8a","8b","8c","8d","8e","8f","90","91","92","93","94","95","96","97","98","99","9a","9b","9c","9d","9e","9f","a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","aa","ab","ac","ad","ae","af","b0","b1","b2","b3","b4","b5","b6","b7","b8","b9","ba","bb","bc","bd","be","bf","c0","c1","c2","c3","c4","c5","c6","c7","c8","c9","ca","cb","cc","cd","ce","cf","d0","d1","d2","d3","d4","d5","d6","d7","d8","d9","da","db","dc","dd","de","df","e0","e1","e2","e3","e4","e5","e6","e7","e8","e9","ea","eb","ec","ed","ee","ef","f0","f1","f2","f3","f4","f5","f6","f7","f8","f9","fa","fb","fc","fd","fe","ff"],Jp=1234567,ha=Math.PI/180,ho=180/Math.PI;function bo(){let i=Math.random()*4294967295|0,e=Math.random()*4294967295|0,t=Math.random()*4294967295|0,n=Math.random()*4294967295|0;return(Hn[i&255]+Hn[i>>8&255]+Hn[i>>16&255]+Hn[i>>24&255]+"-"+Hn[e&255]+Hn[e>>8&255]+"-"+Hn[e>>16&15|64]+Hn[e>>24&255]+"-"+Hn[t&63|128]+Hn[t>>8&255]+"-"+Hn[t>>16&255]+Hn[t>>24&255]+Hn[n&255]+Hn[n>>8&255]+Hn[n>>16&255]+Hn[n>>24&255]).toLowerCase()}function gt(i,e,t){return Math.max(e,Math.min(t,i))}function Cd(i,e){return(i%e+e)%e}function ey(i,e,t,n,s){return n+(i-e)*(s-n)/(t-e)}function ty(i,e,t){return i!==e?(t-i)/(e-i):0}function ua(i,e,t){return(1-t)*i+t*e}function ny(i,e,t,n){return ua(i,e,1-Math.exp(-t*n))}function iy(i,e=1){return e-Math.abs(Cd(i,e*2)-e)}function sy(i,e,t){return i<=e?0:i>=t?1:(i=(i-e)/(t-e),i*i*(3-2*i))}function ry(i,e,t){return i<=e?0:i>=t?1:(i=(i-e)/(t-e),i*i*i*(i*(i*6-15)+10))}function oy(i,e){return i+Math.floor(Math.random()*(e-i+1))}function ay(i,e){return i+Math.random()*(e-i)}function ly(i){return i*(.5-Math.random())}function cy(i){i!==void 0&&(Jp=i);let e=Jp+=1831565813;return e=Math.imul(e^e>>>15,e|1),e^=e+Math.imul(e^e>>>7,e|61),((e^e>>>14)>>>0)/4294967296}function hy(i){return i*ha}function uy(i){return i*ho}function dy(i){return i>0&&Number.isInteger(i)&&2**Math.round(Math.log2(i))===i}function fy(i){return Math.pow(2,Math.ceil(Math.log(i)/Math.LN2))}function Rd(i){return Math.pow(2,Math.floor(Math.log(i)/Math.LN2))}function py(i,e,t,n,s){let r=Math.cos,o=Math.sin,a=r(t/2),l=o(t/2),c=r((e+n)/2),h=o((e+n)/2),d=r((e-n)/2),u=o((e-n)/2),f=r((n-e)/2),g=o((n-e)/2);switch(s){case"XYX":i.set(a*h,l*d,l*u,a*c);break;case"YZY":i.set(l*u,a*h,l*d,a*c);break;case"ZXZ":i.set(l*d,l*u,a*h,a*c);break;case"XZX":i.set(a*h,l*g,l*f,a*c);break;case"YXY":i.set(l*f,a*h,l*g,a*c);break;case"ZYZ":i.set(l*g,l*f,a*h,a*c);break;default:Ze("MathUtils: .setQuaternionFromProperEuler() encountered an unknown order: "+s)}}function Pd(i){switch(i.constructor){case Uint32Array:return 4294967295;case Uint16Array:return 65535;case Uint8Array:case Uint8ClampedArray:return 255;case Int32Array:return 2147483647;case Int16Array:return 32767;case Int8Array:return 127;default:return}}function lg(i,e){if(e.constructor===Float32Array)return i;let t=Pd(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.max(i/t,-1)}function cg(i,e){if(e.constructor===Float32Array)return i;let t=Pd(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.round(i*t)}var Id={DEG2RAD:ha,RAD2DEG:ho,generateUUID:bo,clamp:gt,euclideanModulo:Cd,mapLinear:ey,inverseLerp:ty,lerp:ua,damp:ny,pingpong:iy,smoothstep:sy,smootherstep:ry,randInt:oy,randFloat:ay,randFloatSpread:ly,seededRandom:cy,degToRad:hy,radToDeg:uy,isPowerOfTwo:dy,ceilPowerOfTwo:fy,floorPowerOfTwo:Rd,setQuaternionFromProperEuler:py,normalize:cg,denormalize:lg},Ke=class{static{this.prototype.isVector2=!0}constructor(e=0,t=0){this.x=e,this.y=t}get width(){return this.x}set width(e){this.x=e}get height(){return this.y}set height(e){this.y=e}set(e,t){return this.x=e,this.y=t,this}setScalar(e){return this.x=e,this.y=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;default:throw new Error("THREE.Vector2: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;default:throw new Error("THREE.Vector2: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y)}copy(e){return this.x=e.x,this.y=e.y,this}add(e){return this.x+=e.x,this.y+=e.y,this}addScalar(e){return this.x+=e,this.y+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this}subScalar(e){return this.x-=e,this.y-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this}multiply(e){return this.x*=e.x,this.y*=e.y,this}multiplyScalar(e){return this.x*=e,this.y*=e,this}divide(e){return this.x/=e.x,this.y/=e.y,this}divideScalar(e){return this.multiplyScalar(1/e)}applyMatrix3(e){let t=this.x,n=this.y,s=e.elements;return this.x=s[0]*t+s[3]*n+s[6],this.y=s[1]*t+s[4]*n+s[7],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this}clamp(e,t){return this.x=gt(this.x,e.x,t.x),this.y=gt(this.y,e.y,t.y),this}clampScalar(e,t){return this.x=gt(this.x,e,t),this.y=gt(this.y,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(gt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(e){return this.x*e.x+this.y*e.y}cross(e){return this.x*e.y-this.y*e.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(gt(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y;return t*t+n*n}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this}equals(e){return e.x===this.x&&e.y===this.y}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this}rotateAround(e,t){let n=Math.cos(t),s=Math.sin(t),r=this.x-e.x,o=this.y-e.y;return this.x=r*n-o*s+e.x,this.y=r*s+o*n+e.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}},_i=class{constructor(e=0,t=0,n=0,s=1){this.isQuaternion=!0,this._x=e,this._y=t,this._z=n,this._w=s}static slerpFlat(e,t,n,s,r,o,a){let l=n[s+0],c=n[s+1],h=n[s+2],d=n[s+3],u=r[o+0],f=r[o+1],g=r[o+2],S=r[o+3];if(d!==S||l!==u||c!==f||h!==g){let m=l*u+c*f+h*g+d*S;m<0&&(u=-u,f=-f,g=-g,S=-S,m=-m);let p=1-a;if(m<.9995){let y=Math.acos(m),R=Math.sin(y);p=Math.sin(p*y)/R,a=Math.sin(a*y)/R,l=l*p+u*a,c=c*p+f*a,h=h*p+g*a,d=d*p+S*a}else{l=l*p+u*a,c=c*p+f*a,h=h*p+g*a,d=d*p+S*a;let y=1/Math.sqrt(l*l+c*c+h*h+d*d);l*=y,c*=y,h*=y,d*=y}}e[t]=l,e[t+1]=c,e[t+2]=h,e[t+3]=d}static multiplyQuaternionsFlat(e,t,n,s,r,o){let a=n[s],l=n[s+1],c=n[s+2],h=n[s+3],d=r[o],u=r[o+1],f=r[o+2],g=r[o+3];return e[t]=a*g+h*d+l*f-c*u,e[t+1]=l*g+h*u+c*d-a*f,e[t+2]=c*g+h*f+a*u-l*d,e[t+3]=h*g-a*d-l*u-c*f,e}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get w(){return this._w}set w(e){this._w=e,this._onChangeCallback()}set(e,t,n,s){return this._x=e,this._y=t,this._z=n,this._w=s,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(e){return this._x=e.x,this._y=e.y,this._z=e.z,this._w=e.w,this._onChangeCallback(),this}setFromEuler(e,t=!0){let n=e._x,s=e._y,r=e._z,o=e._order,a=Math.cos,l=Math.sin,c=a(n/2),h=a(s/2),d=a(r/2),u=l(n/2),f=l(s/2),g=l(r/2);switch(o){case"XYZ":this._x=u*h*d+c*f*g,this._y=c*f*d-u*h*g,this._z=c*h*g+u*f*d,this._w=c*h*d-u*f*g;break;case"YXZ":this._x=u*h*d+c*f*g,this._y=c*f*d-u*h*g,this._z=c*h*g-u*f*d,this._w=c*h*d+u*f*g;break;case"ZXY":this._x=u*h*d-c*f*g,this._y=c*f*d+u*h*g,this._z=c*h*g+u*f*d,this._w=c*h*d-u*f*g;break;case"ZYX":this._x=u*h*d-c*f*g,this._y=c*f*d+u*h*g,this._z=c*h*g-u*f*d,this._w=c*h*d+u*f*g;break;case"YZX":this._x=u*h*d+c*f*g,this._y=c*f*d+u*h*g,this._z=c*h*g-u*f*d,this._w=c*h*d-u*f*g;break;case"XZY":this._x=u*h*d-c*f*g,this._y=c*f*d-u*h*g,this._z=c*h*g+u*f*d,this._w=c*h*d+u*f*g;break;default:Ze("Quaternion: .setFromEuler() encountered an unknown order: "+o)}return t===!0&&this._onChangeCallback(),this}setFromAxisAngle(e,t){let n=t/2,s=Math.sin(n);return this._x=e.x*s,this._y=e.y*s,this._z=e.z*s,this._w=Math.cos(n),this._onChangeCallback(),this}setFromRotationMatrix(e){let t=e.elements,n=t[0],s=t[4],r=t[8],o=t[1],a=t[5],l=t[9],c=t[2],h=t[6],d=t[10],u=n+a+d;if(u>0){let f=.5/Math.sqrt(u+1);this._w=.25/f,this._x=(h-l)*f,this._y=(r-c)*f,this._z=(o-s)*f}else if(n>a&&n>d){let f=2*Math.sqrt(1+n-a-d);this._w=(h-l)/f,this._x=.25*f,this._y=(s+o)/f,this._z=(r+c)/f}else if(a>d){let f=2*Math.sqrt(1+a-n-d);this._w=(r-c)/f,this._x=(s+o)/f,this._y=.25*f,this._z=(l+h)/f}else{let f=2*Math.sqrt(1+d-n-a);this._w=(o-s)/f,this._x=(r+c)/f,this._y=(l+h)/f,this._z=.25*f}return this._onChangeCallback(),this}setFromUnitVectors(e,t){let n=e.dot(t)+1;return n<1e-8?(n=0,Math.abs(e.x)>Math.abs(e.z)?(this._x=-e.y,this._y=e.x,this._z=0,this._w=n):(this._x=0,this._y=-e.z,this._z=e.y,this._w=n)):(this._x=e.y*t.z-e.z*t.y,this._y=e.z*t.x-e.x*t.z,this._z=e.x*t.y-e.y*t.x,this._w=n),this.normalize()}angleTo(e){return 2*Math.acos(Math.abs(gt(this.dot(e),-1,1)))}rotateTowards(e,t){let n=this.angleTo(e);if(n===0)return this;let s=Math.min(1,t/n);return this.slerp(e,s),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(e){return this._x*e._x+this._y*e._y+this._z*e._z+this._w*e._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let e=this.length();return e===0?(this._x=0,this._y=0,this._z=0,this._w=1):(e=1/e,this._x=this._x*e,this._y=this._y*e,this._z=this._z*e,this._w=this._w*e),this._onChangeCallback(),this}multiply(e){return this.multiplyQuaternions(this,e)}premultiply(e){return this.multiplyQuaternions(e,this)}multiplyQuaternions(e,t){let n=e._x,s=e._y,r=e._z,o=e._w,a=t._x,l=t._y,c=t._z,h=t._w;return this._x=n*h+o*a+s*c-r*l,this._y=s*h+o*l+r*a-n*c,this._z=r*h+o*c+n*l-s*a,this._w=o*h-n*a-s*l-r*c,this._onChangeCallback(),this}slerp(e,t){let n=e._x,s=e._y,r=e._z,o=e._w,a=this.dot(e);a<0&&(n=-n,s=-s,r=-r,o=-o,a=-a);let l=1-t;if(a<.9995){let c=Math.acos(a),h=Math.sin(c);l=Math.sin(l*c)/h,t=Math.sin(t*c)/h,this._x=this._x*l+n*t,this._y=this._y*l+s*t,this._z=this._z*l+r*t,this._w=this._w*l+o*t,this._onChangeCallback()}else this._x=this._x*l+n*t,this._y=this._y*l+s*t,this._z=this._z*l+r*t,this._w=this._w*l+o*t,this.normalize();return this}slerpQuaternions(e,t,n){return this.copy(e).slerp(t,n)}random(){let e=2*Math.PI*Math.random(),t=2*Math.PI*Math.random(),n=Math.random(),s=Math.sqrt(1-n),r=Math.sqrt(n);return this.set(s*Math.sin(e),s*Math.cos(e),r*Math.sin(t),r*Math.cos(t))}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._w===this._w}fromArray(e,t=0){return this._x=e[t],this._y=e[t+1],this._z=e[t+2],this._w=e[t+3],this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._w,e}fromBufferAttribute(e,t){return this._x=e.getX(t),this._y=e.getY(t),this._z=e.getZ(t),this._w=e.getW(t),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},$=class{static{this.prototype.isVector3=!0}constructor(e=0,t=0,n=0){this.x=e,this.y=t,this.z=n}set(e,t,n){return n===void 0&&(n=this.z),this.x=e,this.y=t,this.z=n,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;default:throw new Error("THREE.Vector3: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw new Error("THREE.Vector3: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this}multiplyVectors(e,t){return this.x=e.x*t.x,this.y=e.y*t.y,this.z=e.z*t.z,this}applyEuler(e){return this.applyQuaternion(Kp.setFromEuler(e))}applyAxisAngle(e,t){return this.applyQuaternion(Kp.setFromAxisAngle(e,t))}applyMatrix3(e){let t=this.x,n=this.y,s=this.z,r=e.elements;return this.x=r[0]*t+r[3]*n+r[6]*s,this.y=r[1]*t+r[4]*n+r[7]*s,this.z=r[2]*t+r[5]*n+r[8]*s,this}applyNormalMatrix(e){return this.applyMatrix3(e).normalize()}applyMatrix4(e){let t=this.x,n=this.y,s=this.z,r=e.elements,o=1/(r[3]*t+r[7]*n+r[11]*s+r[15]);return this.x=(r[0]*t+r[4]*n+r[8]*s+r[12])*o,this.y=(r[1]*t+r[5]*n+r[9]*s+r[13])*o,this.z=(r[2]*t+r[6]*n+r[10]*s+r[14])*o,this}applyQuaternion(e){let t=this.x,n=this.y,s=this.z,r=e.x,o=e.y,a=e.z,l=e.w,c=2*(o*s-a*n),h=2*(a*t-r*s),d=2*(r*n-o*t);return this.x=t+l*c+o*d-a*h,this.y=n+l*h+a*c-r*d,this.z=s+l*d+r*h-o*c,this}project(e){return this.applyMatrix4(e.matrixWorldInverse).applyMatrix4(e.projectionMatrix)}unproject(e){return this.applyMatrix4(e.projectionMatrixInverse).applyMatrix4(e.matrixWorld)}transformDirection(e){let t=this.x,n=this.y,s=this.z,r=e.elements;return this.x=r[0]*t+r[4]*n+r[8]*s,this.y=r[1]*t+r[5]*n+r[9]*s,this.z=r[2]*t+r[6]*n+r[10]*s,this.normalize()}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this}divideScalar(e){return this.multiplyScalar(1/e)}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this}clamp(e,t){return this.x=gt(this.x,e.x,t.x),this.y=gt(this.y,e.y,t.y),this.z=gt(this.z,e.z,t.z),this}clampScalar(e,t){return this.x=gt(this.x,e,t),this.y=gt(this.y,e,t),this.z=gt(this.z,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(gt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this}cross(e){return this.crossVectors(this,e)}crossVectors(e,t){let n=e.x,s=e.y,r=e.z,o=t.x,a=t.y,l=t.z;return this.x=s*l-r*a,this.y=r*o-n*l,this.z=n*a-s*o,this}projectOnVector(e){let t=e.lengthSq();if(t===0)return this.set(0,0,0);let n=e.dot(this)/t;return this.copy(e).multiplyScalar(n)}projectOnPlane(e){return Au.copy(this).projectOnVector(e),this.sub(Au)}reflect(e){return this.sub(Au.copy(e).multiplyScalar(2*this.dot(e)))}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(gt(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y,s=this.z-e.z;return t*t+n*n+s*s}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)+Math.abs(this.z-e.z)}setFromSpherical(e){return this.setFromSphericalCoords(e.radius,e.phi,e.theta)}setFromSphericalCoords(e,t,n){let s=Math.sin(t)*e;return this.x=s*Math.sin(n),this.y=Math.cos(t)*e,this.z=s*Math.cos(n),this}setFromCylindrical(e){return this.setFromCylindricalCoords(e.radius,e.theta,e.y)}setFromCylindricalCoords(e,t,n){return this.x=e*Math.sin(t),this.y=n,this.z=e*Math.cos(t),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this}setFromMatrixScale(e){let t=this.setFromMatrixColumn(e,0).length(),n=this.setFromMatrixColumn(e,1).length(),s=this.setFromMatrixColumn(e,2).length();return this.x=t,this.y=n,this.z=s,this}setFromMatrixColumn(e,t){return this.fromArray(e.elements,t*4)}setFromMatrix3Column(e,t){return this.fromArray(e.elements,t*3)}setFromEuler(e){return this.x=e._x,this.y=e._y,this.z=e._z,this}setFromColor(e){return this.x=e.r,this.y=e.g,this.z=e.b,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let e=Math.random()*Math.PI*2,t=Math.random()*2-1,n=Math.sqrt(1-t*t);return this.x=n*Math.cos(e),this.y=t,this.z=n*Math.sin(e),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}},Au=new $,Kp=new _i,it=class{static{this.prototype.isMatrix3=!0}constructor(e,t,n,s,r,o,a,l,c){this.elements=[1,0,0,0,1,0,0,0,1],e!==void 0&&this.set(e,t,n,s,r,o,a,l,c)}set(e,t,n,s,r,o,a,l,c){let h=this.elements;return h[0]=e,h[1]=s,h[2]=a,h[3]=t,h[4]=r,h[5]=l,h[6]=n,h[7]=o,h[8]=c,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],this}extractBasis(e,t,n){return e.setFromMatrix3Column(this,0),t.setFromMatrix3Column(this,1),n.setFromMatrix3Column(this,2),this}setFromMatrix4(e){let t=e.elements;return this.set(t[0],t[4],t[8],t[1],t[5],t[9],t[2],t[6],t[10]),this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,s=t.elements,r=this.elements,o=n[0],a=n[3],l=n[6],c=n[1],h=n[4],d=n[7],u=n[2],f=n[5],g=n[8],S=s[0],m=s[3],p=s[6],y=s[1],R=s[4],w=s[7],I=s[2],A=s[5],x=s[8];return r[0]=o*S+a*y+l*I,r[3]=o*m+a*R+l*A,r[6]=o*p+a*w+l*x,r[1]=c*S+h*y+d*I,r[4]=c*m+h*R+d*A,r[7]=c*p+h*w+d*x,r[2]=u*S+f*y+g*I,r[5]=u*m+f*R+g*A,r[8]=u*p+f*w+g*x,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[3]*=e,t[6]*=e,t[1]*=e,t[4]*=e,t[7]*=e,t[2]*=e,t[5]*=e,t[8]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],o=e[4],a=e[5],l=e[6],c=e[7],h=e[8];return t*o*h-t*a*c-n*r*h+n*a*l+s*r*c-s*o*l}invert(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],o=e[4],a=e[5],l=e[6],c=e[7],h=e[8],d=h*o-a*c,u=a*l-h*r,f=c*r-o*l,g=t*d+n*u+s*f;if(g===0)return this.set(0,0,0,0,0,0,0,0,0);let S=1/g;return e[0]=d*S,e[1]=(s*c-h*n)*S,e[2]=(a*n-s*o)*S,e[3]=u*S,e[4]=(h*t-s*l)*S,e[5]=(s*r-a*t)*S,e[6]=f*S,e[7]=(n*l-c*t)*S,e[8]=(o*t-n*r)*S,this}transpose(){let e,t=this.elements;return e=t[1],t[1]=t[3],t[3]=e,e=t[2],t[2]=t[6],t[6]=e,e=t[5],t[5]=t[7],t[7]=e,this}getNormalMatrix(e){return this.setFromMatrix4(e).invert().transpose()}transposeIntoArray(e){let t=this.elements;return e[0]=t[0],e[1]=t[3],e[2]=t[6],e[3]=t[1],e[4]=t[4],e[5]=t[7],e[6]=t[2],e[7]=t[5],e[8]=t[8],this}setUvTransform(e,t,n,s,r,o,a){let l=Math.cos(r),c=Math.sin(r);return this.set(n*l,n*c,-n*(l*o+c*a)+o+e,-s*c,s*l,-s*(-c*o+l*a)+a+t,0,0,1),this}scale(e,t){return ca("Matrix3: .scale() is deprecated. Use .makeScale() instead."),this.premultiply(Cu.makeScale(e,t)),this}rotate(e){return ca("Matrix3: .rotate() is deprecated. Use .makeRotation() instead."),this.premultiply(Cu.makeRotation(-e)),this}translate(e,t){return ca("Matrix3: .translate() is deprecated. Use .makeTranslation() instead."),this.premultiply(Cu.makeTranslation(e,t)),this}makeTranslation(e,t){return e.isVector2?this.set(1,0,e.x,0,1,e.y,0,0,1):this.set(1,0,e,0,1,t,0,0,1),this}makeRotation(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,n,t,0,0,0,1),this}makeScale(e,t){return this.set(e,0,0,0,t,0,0,0,1),this}equals(e){let t=this.elements,n=e.elements;for(let s=0;s<9;s++)if(t[s]!==n[s])return!1;return!0}fromArray(e,t=0){for(let n=0;n<9;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e}clone(){return new this.constructor().fromArray(this.elements)}},Cu=new it,jp=new it().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),Qp=new it().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function my(){let i={enabled:!0,workingColorSpace:fa,spaces:{},convert:function(s,r,o){return this.enabled===!1||r===o||!r||!o||(this.spaces[r].transfer===Dt&&(s.r=ws(s.r),s.g=ws(s.g),s.b=ws(s.b)),this.spaces[r].primaries!==this.spaces[o].primaries&&(s.applyMatrix3(this.spaces[r].toXYZ),s.applyMatrix3(this.spaces[o].fromXYZ)),this.spaces[o].transfer===Dt&&(s.r=oo(s.r),s.g=oo(s.g),s.b=oo(s.b))),s},workingToColorSpace:function(s,r){return this.convert(s,this.workingColorSpace,r)},colorSpaceToWorking:function(s,r){return this.convert(s,r,this.workingColorSpace)},getPrimaries:function(s){return this.spaces[s].primaries},getTransfer:function(s){return s===Ls?pa:this.spaces[s].transfer},getToneMappingMode:function(s){return this.spaces[s].outputColorSpaceConfig.toneMappingMode||"standard"},getLuminanceCoefficients:function(s,r=this.workingColorSpace){return s.fromArray(this.spaces[r].luminanceCoefficients)},define:function(s){Object.assign(this.spaces,s)},_getMatrix:function(s,r,o){return s.copy(this.spaces[o].fromXYZ).multiply(this.spaces[r].toXYZ)},_getDrawingBufferColorSpace:function(s){return this.spaces[s].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(s=this.workingColorSpace){return this.spaces[s].workingColorSpaceConfig.unpackColorSpace}},e=[.64,.33,.3,.6,.15,.06],t=[.2126,.7152,.0722],n=[.3127,.329];return i.define({[fa]:{primaries:e,whitePoint:n,transfer:pa,toXYZ:jp,fromXYZ:Qp,luminanceCoefficients:t,workingColorSpaceConfig:{unpackColorSpace:pi},outputColorSpaceConfig:{drawingBufferColorSpace:pi}},[pi]:{primaries:e,whitePoint:n,transfer:Dt,toXYZ:jp,fromXYZ:Qp,luminanceCoefficients:t,outputColorSpaceConfig:{drawingBufferColorSpace:pi}}}),i}var bt=my();function ws(i){return i<.04045?i*.0773993808:Math.pow(i*.9478672986+.0521327014,2.4)}function oo(i){return i<.0031308?i*12.92:1.055*Math.pow(i,.41666)-.055}var Yr,rc=class{static getDataURL(e,t="image/png"){if(/^data:/i.test(e.src)||typeof HTMLCanvasElement>"u")return e.src;let n;if(e instanceof HTMLCanvasElement)n=e;else{Yr===void 0&&(Yr=ma("canvas")),Yr.width=e.width,Yr.height=e.height;let s=Yr.getContext("2d");e instanceof ImageData?s.putImageData(e,0,0):s.drawImage(e,0,0,e.width,e.height),n=Yr}return n.toDataURL(t)}static sRGBToLinear(e){if(typeof HTMLImageElement<"u"&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&e instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&e instanceof ImageBitmap){let t=ma("canvas");t.width=e.width,t.height=e.height;let n=t.getContext("2d");n.drawImage(e,0,0,e.width,e.height);let s=n.getImageData(0,0,e.width,e.height),r=s.data;for(let o=0;o<r.length;o++)r[o]=ws(r[o]/255)*255;return n.putImageData(s,0,0),t}else if(e.data){let t=e.data.slice(0);for(let n=0;n<t.length;n++)t instanceof Uint8Array||t instanceof Uint8ClampedArray?t[n]=Math.floor(ws(t[n]/255)*255):t[n]=ws(t[n]);return{data:t,width:e.width,height:e.height}}else return Ze("ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied."),e}},gy=0,uo=class{constructor(e=null){this.isTextureSource=!0,Object.defineProperty(this,"id",{value:gy++}),this.uuid=bo(),this.data=e,this.dataReady=!0,this.version=0}getSize(e){let t=this.data;return typeof HTMLVideoElement<"u"&&t instanceof HTMLVideoElement?e.set(t.videoWidth,t.videoHeight,0):typeof VideoFrame<"u"&&t instanceof VideoFrame?e.set(t.displayWidth,t.displayHeight,0):t!==null?e.set(t.width||0,t.height||0,t.depth||0):e.set(0,0,0),e}set needsUpdate(e){e===!0&&this.version++}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.images[this.uuid]!==void 0)return e.images[this.uuid];let n={uuid:this.uuid,url:""},s=this.data;if(s!==null){let r;if(Array.isArray(s)){r=[];for(let o=0,a=s.length;o<a;o++)s[o].isDataTexture?r.push(Ru(s[o].image)):r.push(Ru(s[o]))}else r=Ru(s);n.url=r}return t||(e.images[this.uuid]=n),n}};function Ru(i){return typeof HTMLImageElement<"u"&&i instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&i instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&i instanceof ImageBitmap?rc.getDataURL(i):i.data?{data:Array.from(i.data),width:i.width,height:i.height,type:i.data.constructor.name}:(Ze("Texture: Unable to serialize Texture."),{})}var _y=0,Pu=new $,si=class i extends Gi{constructor(e=i.DEFAULT_IMAGE,t=i.DEFAULT_MAPPING,n=rs,s=rs,r=ei,o=Ps,a=qi,l=ri,c=i.DEFAULT_ANISOTROPY,h=Ls){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:_y++}),this.uuid=bo(),this.name="",this.source=new uo(e),this.mipmaps=[],this.mapping=t,this.channel=0,this.wrapS=n,this.wrapT=s,this.magFilter=r,this.minFilter=o,this.anisotropy=c,this.format=a,this.internalFormat=null,this.type=l,this.offset=new Ke(0,0),this.repeat=new Ke(1,1),this.center=new Ke(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new it,this.generateMipmaps=!0,this.mipmapsAutoUpdate=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=h,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(e&&e.depth&&e.depth>1),this.pmremVersion=0,this.isPMREMTexture=!1,this.normalized=!1}get width(){return this.source.getSize(Pu).x}get height(){return this.source.getSize(Pu).y}get depth(){return this.source.getSize(Pu).z}get image(){return this.source.data}set image(e){this.source.data=e}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(e){return this.name=e.name,this.source=e.source,this.mipmaps=e.mipmaps.slice(0),this.mapping=e.mapping,this.channel=e.channel,this.wrapS=e.wrapS,this.wrapT=e.wrapT,this.magFilter=e.magFilter,this.minFilter=e.minFilter,this.anisotropy=e.anisotropy,this.format=e.format,this.internalFormat=e.internalFormat,this.type=e.type,this.normalized=e.normalized,this.offset.copy(e.offset),this.repeat.copy(e.repeat),this.center.copy(e.center),this.rotation=e.rotation,this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrix.copy(e.matrix),this.generateMipmaps=e.generateMipmaps,this.mipmapsAutoUpdate=e.mipmapsAutoUpdate,this.premultiplyAlpha=e.premultiplyAlpha,this.flipY=e.flipY,this.unpackAlignment=e.unpackAlignment,this.colorSpace=e.colorSpace,this.renderTarget=e.renderTarget,this.isRenderTargetTexture=e.isRenderTargetTexture,this.isPMREMTexture=e.isPMREMTexture,this.isArrayTexture=e.isArrayTexture,this.userData=JSON.parse(JSON.stringify(e.userData)),this.needsUpdate=!0,this}setValues(e){for(let t in e){let n=e[t];if(n===void 0){Ze(`Texture.setValues(): parameter '${t}' has value of undefined.`);continue}let s=this[t];if(s===void 0){Ze(`Texture.setValues(): property '${t}' does not exist.`);continue}s&&n&&s.isVector2&&n.isVector2||s&&n&&s.isVector3&&n.isVector3||s&&n&&s.isMatrix3&&n.isMatrix3?s.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.textures[this.uuid]!==void 0)return e.textures[this.uuid];let n={metadata:{version:4.7,type:"Texture",generator:"Texture.toJSON"},uuid:this.uuid,name:this.name,image:this.source.toJSON(e).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,normalized:this.normalized,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,mipmapsAutoUpdate:this.mipmapsAutoUpdate,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(n.userData=this.userData),t||(e.textures[this.uuid]=n),n}dispose(){this.dispatchEvent({type:"dispose"})}transformUv(e){if(this.mapping!==md)return e;if(e.applyMatrix3(this.matrix),e.x<0||e.x>1)switch(this.wrapS){case nc:e.x=e.x-Math.floor(e.x);break;case rs:e.x=e.x<0?0:1;break;case ic:Math.abs(Math.floor(e.x)%2)===1?e.x=Math.ceil(e.x)-e.x:e.x=e.x-Math.floor(e.x);break}if(e.y<0||e.y>1)switch(this.wrapT){case nc:e.y=e.y-Math.floor(e.y);break;case rs:e.y=e.y<0?0:1;break;case ic:Math.abs(Math.floor(e.y)%2)===1?e.y=Math.ceil(e.y)-e.y:e.y=e.y-Math.floor(e.y);break}return this.flipY&&(e.y=1-e.y),e}set needsUpdate(e){e===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(e){e===!0&&this.pmremVersion++}};si.DEFAULT_IMAGE=null;si.DEFAULT_MAPPING=md;si.DEFAULT_ANISOTROPY=1;var en=class{static{this.prototype.isVector4=!0}constructor(e=0,t=0,n=0,s=1){this.x=e,this.y=t,this.z=n,this.w=s}get width(){return this.z}set width(e){this.z=e}get height(){return this.w}set height(e){this.w=e}set(e,t,n,s){return this.x=e,this.y=t,this.z=n,this.w=s,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this.w=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setW(e){return this.w=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;case 3:this.w=t;break;default:throw new Error("THREE.Vector4: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw new Error("THREE.Vector4: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this.w=e.w!==void 0?e.w:1,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this.w+=e.w,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this.w+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this.w=e.w+t.w,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this.w+=e.w*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this.w-=e.w,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this.w-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this.w=e.w-t.w,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this.w*=e.w,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this.w*=e,this}applyMatrix4(e){let t=this.x,n=this.y,s=this.z,r=this.w,o=e.elements;return this.x=o[0]*t+o[4]*n+o[8]*s+o[12]*r,this.y=o[1]*t+o[5]*n+o[9]*s+o[13]*r,this.z=o[2]*t+o[6]*n+o[10]*s+o[14]*r,this.w=o[3]*t+o[7]*n+o[11]*s+o[15]*r,this}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this.w/=e.w,this}divideScalar(e){return this.multiplyScalar(1/e)}setAxisAngleFromQuaternion(e){this.w=2*Math.acos(e.w);let t=Math.sqrt(1-e.w*e.w);return t<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=e.x/t,this.y=e.y/t,this.z=e.z/t),this}setAxisAngleFromRotationMatrix(e){let t,n,s,r,l=e.elements,c=l[0],h=l[4],d=l[8],u=l[1],f=l[5],g=l[9],S=l[2],m=l[6],p=l[10];if(Math.abs(h-u)<.01&&Math.abs(d-S)<.01&&Math.abs(g-m)<.01){if(Math.abs(h+u)<.1&&Math.abs(d+S)<.1&&Math.abs(g+m)<.1&&Math.abs(c+f+p-3)<.1)return this.set(1,0,0,0),this;t=Math.PI;let R=(c+1)/2,w=(f+1)/2,I=(p+1)/2,A=(h+u)/4,x=(d+S)/4,E=(g+m)/4;return R>w&&R>I?R<.01?(n=0,s=.707106781,r=.707106781):(n=Math.sqrt(R),s=A/n,r=x/n):w>I?w<.01?(n=.707106781,s=0,r=.707106781):(s=Math.sqrt(w),n=A/s,r=E/s):I<.01?(n=.707106781,s=.707106781,r=0):(r=Math.sqrt(I),n=x/r,s=E/r),this.set(n,s,r,t),this}let y=Math.sqrt((m-g)*(m-g)+(d-S)*(d-S)+(u-h)*(u-h));return Math.abs(y)<.001&&(y=1),this.x=(m-g)/y,this.y=(d-S)/y,this.z=(u-h)/y,this.w=Math.acos((c+f+p-1)/2),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this.w=t[15],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this.w=Math.min(this.w,e.w),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this.w=Math.max(this.w,e.w),this}clamp(e,t){return this.x=gt(this.x,e.x,t.x),this.y=gt(this.y,e.y,t.y),this.z=gt(this.z,e.z,t.z),this.w=gt(this.w,e.w,t.w),this}clampScalar(e,t){return this.x=gt(this.x,e,t),this.y=gt(this.y,e,t),this.z=gt(this.z,e,t),this.w=gt(this.w,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(gt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z+this.w*e.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this.w+=(e.w-this.w)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this.w=e.w+(t.w-e.w)*n,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z&&e.w===this.w}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this.w=e[t+3],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e[t+3]=this.w,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this.w=e.getW(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}},oc=class extends Gi{constructor(e=1,t=1,n={}){super(),n=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:ei,depthBuffer:!0,stencilBuffer:!1,resolveColorBuffer:!0,resolveDepthBuffer:!0,resolveStencilBuffer:!0,storeMultisampledColorBuffer:!0,storeMultisampledDepthBuffer:!0,storeMultisampledStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1,useArrayDepthTexture:!1},n),this.isRenderTarget=!0,this.width=e,this.height=t,this.depth=n.depth,this.scissor=new en(0,0,e,t),this.scissorTest=!1,this.viewport=new en(0,0,e,t),this.textures=[];let s=n.count;for(let r=0;r<s;r++)this.textures[r]=new si({width:e,height:t,depth:n.depth}),this.textures[r].isRenderTargetTexture=!0,this.textures[r].renderTarget=this;this._setTextureOptions(n),this.depthBuffer=n.depthBuffer,this.stencilBuffer=n.stencilBuffer,this.resolveColorBuffer=n.resolveColorBuffer,this.resolveDepthBuffer=n.resolveDepthBuffer,this.resolveStencilBuffer=n.resolveStencilBuffer,this.storeMultisampledColorBuffer=n.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=n.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=n.storeMultisampledStencilBuffer,this._depthTexture=null,this.depthTexture=n.depthTexture,this.samples=n.samples,this.multiview=n.multiview,this.useArrayDepthTexture=n.useArrayDepthTexture}_setTextureOptions(e={}){let t={minFilter:ei,generateMipmaps:!1,flipY:!1,internalFormat:null};e.mapping!==void 0&&(t.mapping=e.mapping),e.wrapS!==void 0&&(t.wrapS=e.wrapS),e.wrapT!==void 0&&(t.wrapT=e.wrapT),e.wrapR!==void 0&&(t.wrapR=e.wrapR),e.magFilter!==void 0&&(t.magFilter=e.magFilter),e.minFilter!==void 0&&(t.minFilter=e.minFilter),e.format!==void 0&&(t.format=e.format),e.type!==void 0&&(t.type=e.type),e.anisotropy!==void 0&&(t.anisotropy=e.anisotropy),e.colorSpace!==void 0&&(t.colorSpace=e.colorSpace),e.flipY!==void 0&&(t.flipY=e.flipY),e.generateMipmaps!==void 0&&(t.generateMipmaps=e.generateMipmaps),e.mipmapsAutoUpdate!==void 0&&(t.mipmapsAutoUpdate=e.mipmapsAutoUpdate),e.internalFormat!==void 0&&(t.internalFormat=e.internalFormat);for(let n=0;n<this.textures.length;n++)this.textures[n].setValues(t)}get texture(){return this.textures[0]}set texture(e){this.textures[0]=e}set depthTexture(e){this._depthTexture!==null&&this._depthTexture.renderTarget===this&&(this._depthTexture.renderTarget=null),e!==null&&e.renderTarget===null&&(e.renderTarget=this),this._depthTexture=e}get depthTexture(){return this._depthTexture}setSize(e,t,n=1){if(this.width!==e||this.height!==t||this.depth!==n){this.width=e,this.height=t,this.depth=n;for(let s=0,r=this.textures.length;s<r;s++)this.textures[s].image.width=e,this.textures[s].image.height=t,this.textures[s].image.depth=n,this.textures[s].isData3DTexture!==!0&&(this.textures[s].isArrayTexture=this.textures[s].image.depth>1);this.dispose()}this.viewport.set(0,0,e,t),this.scissor.set(0,0,e,t)}clone(){return new this.constructor().copy(this)}copy(e){this.width=e.width,this.height=e.height,this.depth=e.depth,this.scissor.copy(e.scissor),this.scissorTest=e.scissorTest,this.viewport.copy(e.viewport),this.textures.length=0;for(let t=0,n=e.textures.length;t<n;t++){this.textures[t]=e.textures[t].clone(),this.textures[t].isRenderTargetTexture=!0,this.textures[t].renderTarget=this;let s=Object.assign({},e.textures[t].image);this.textures[t].source=new uo(s)}if(this.depthBuffer=e.depthBuffer,this.stencilBuffer=e.stencilBuffer,this.resolveColorBuffer=e.resolveColorBuffer,this.resolveDepthBuffer=e.resolveDepthBuffer,this.resolveStencilBuffer=e.resolveStencilBuffer,this.storeMultisampledColorBuffer=e.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=e.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=e.storeMultisampledStencilBuffer,e.depthTexture!==null)if(e.depthTexture.renderTarget===e){let t=e.depthTexture.clone();t.renderTarget=null,this.depthTexture=t}else this.depthTexture=e.depthTexture;else this.depthTexture=null;return this.samples=e.samples,this.multiview=e.multiview,this.useArrayDepthTexture=e.useArrayDepthTexture,this}dispose(){this.dispatchEvent({type:"dispose"})}},xi=class extends oc{constructor(e=1,t=1,n={}){super(e,t,n),this.isWebGLRenderTarget=!0}},ga=class extends si{constructor(e=null,t=1,n=1,s=1){super(null),this.isDataArrayTexture=!0,this.image={data:e,width:t,height:n,depth:s},this.magFilter=Un,this.minFilter=Un,this.wrapR=rs,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1,this.layerUpdates=new Set}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}addLayerUpdate(e){this.layerUpdates.add(e)}clearLayerUpdates(){this.layerUpdates.clear()}};var ac=class extends si{constructor(e=null,t=1,n=1,s=1){super(null),this.isData3DTexture=!0,this.image={data:e,width:t,height:n,depth:s},this.magFilter=Un,this.minFilter=Un,this.wrapR=rs,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}};var Wt=class i{static{this.prototype.isMatrix4=!0}constructor(e,t,n,s,r,o,a,l,c,h,d,u,f,g,S,m){this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],e!==void 0&&this.set(e,t,n,s,r,o,a,l,c,h,d,u,f,g,S,m)}set(e,t,n,s,r,o,a,l,c,h,d,u,f,g,S,m){let p=this.elements;return p[0]=e,p[4]=t,p[8]=n,p[12]=s,p[1]=r,p[5]=o,p[9]=a,p[13]=l,p[2]=c,p[6]=h,p[10]=d,p[14]=u,p[3]=f,p[7]=g,p[11]=S,p[15]=m,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new i().fromArray(this.elements)}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],t[9]=n[9],t[10]=n[10],t[11]=n[11],t[12]=n[12],t[13]=n[13],t[14]=n[14],t[15]=n[15],this}copyPosition(e){let t=this.elements,n=e.elements;return t[12]=n[12],t[13]=n[13],t[14]=n[14],this}setFromMatrix3(e){let t=e.elements;return this.set(t[0],t[3],t[6],0,t[1],t[4],t[7],0,t[2],t[5],t[8],0,0,0,0,1),this}extractBasis(e,t,n){return this.determinantAffine()===0?(e.set(1,0,0),t.set(0,1,0),n.set(0,0,1),this):(e.setFromMatrixColumn(this,0),t.setFromMatrixColumn(this,1),n.setFromMatrixColumn(this,2),this)}makeBasis(e,t,n){return this.set(e.x,t.x,n.x,0,e.y,t.y,n.y,0,e.z,t.z,n.z,0,0,0,0,1),this}extractRotation(e){if(e.determinantAffine()===0)return this.identity();let t=this.elements,n=e.elements,s=1/$r.setFromMatrixColumn(e,0).length(),r=1/$r.setFromMatrixColumn(e,1).length(),o=1/$r.setFromMatrixColumn(e,2).length();return t[0]=n[0]*s,t[1]=n[1]*s,t[2]=n[2]*s,t[3]=0,t[4]=n[4]*r,t[5]=n[5]*r,t[6]=n[6]*r,t[7]=0,t[8]=n[8]*o,t[9]=n[9]*o,t[10]=n[10]*o,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromEuler(e){let t=this.elements,n=e.x,s=e.y,r=e.z,o=Math.cos(n),a=Math.sin(n),l=Math.cos(s),c=Math.sin(s),h=Math.cos(r),d=Math.sin(r);if(e.order==="XYZ"){let u=o*h,f=o*d,g=a*h,S=a*d;t[0]=l*h,t[4]=-l*d,t[8]=c,t[1]=f+g*c,t[5]=u-S*c,t[9]=-a*l,t[2]=S-u*c,t[6]=g+f*c,t[10]=o*l}else if(e.order==="YXZ"){let u=l*h,f=l*d,g=c*h,S=c*d;t[0]=u+S*a,t[4]=g*a-f,t[8]=o*c,t[1]=o*d,t[5]=o*h,t[9]=-a,t[2]=f*a-g,t[6]=S+u*a,t[10]=o*l}else if(e.order==="ZXY"){let u=l*h,f=l*d,g=c*h,S=c*d;t[0]=u-S*a,t[4]=-o*d,t[8]=g+f*a,t[1]=f+g*a,t[5]=o*h,t[9]=S-u*a,t[2]=-o*c,t[6]=a,t[10]=o*l}else if(e.order==="ZYX"){let u=o*h,f=o*d,g=a*h,S=a*d;t[0]=l*h,t[4]=g*c-f,t[8]=u*c+S,t[1]=l*d,t[5]=S*c+u,t[9]=f*c-g,t[2]=-c,t[6]=a*l,t[10]=o*l}else if(e.order==="YZX"){let u=o*l,f=o*c,g=a*l,S=a*c;t[0]=l*h,t[4]=S-u*d,t[8]=g*d+f,t[1]=d,t[5]=o*h,t[9]=-a*h,t[2]=-c*h,t[6]=f*d+g,t[10]=u-S*d}else if(e.order==="XZY"){let u=o*l,f=o*c,g=a*l,S=a*c;t[0]=l*h,t[4]=-d,t[8]=c*h,t[1]=u*d+S,t[5]=o*h,t[9]=f*d-g,t[2]=g*d-f,t[6]=a*h,t[10]=S*d+u}return t[3]=0,t[7]=0,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromQuaternion(e){return this.compose(xy,e,yy)}lookAt(e,t,n){let s=this.elements;return di.subVectors(e,t),di.lengthSq()===0&&(di.z=1),di.normalize(),Gs.crossVectors(n,di),Gs.lengthSq()===0&&(Math.abs(n.z)===1?di.x+=1e-4:di.z+=1e-4,di.normalize(),Gs.crossVectors(n,di)),Gs.normalize(),Tl.crossVectors(di,Gs),s[0]=Gs.x,s[4]=Tl.x,s[8]=di.x,s[1]=Gs.y,s[5]=Tl.y,s[9]=di.y,s[2]=Gs.z,s[6]=Tl.z,s[10]=di.z,this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,s=t.elements,r=this.elements,o=n[0],a=n[4],l=n[8],c=n[12],h=n[1],d=n[5],u=n[9],f=n[13],g=n[2],S=n[6],m=n[10],p=n[14],y=n[3],R=n[7],w=n[11],I=n[15],A=s[0],x=s[4],E=s[8],V=s[12],O=s[1],U=s[5],G=s[9],X=s[13],N=s[2],q=s[6],J=s[10],W=s[14],ue=s[3],Q=s[7],te=s[11],oe=s[15];return r[0]=o*A+a*O+l*N+c*ue,r[4]=o*x+a*U+l*q+c*Q,r[8]=o*E+a*G+l*J+c*te,r[12]=o*V+a*X+l*W+c*oe,r[1]=h*A+d*O+u*N+f*ue,r[5]=h*x+d*U+u*q+f*Q,r[9]=h*E+d*G+u*J+f*te,r[13]=h*V+d*X+u*W+f*oe,r[2]=g*A+S*O+m*N+p*ue,r[6]=g*x+S*U+m*q+p*Q,r[10]=g*E+S*G+m*J+p*te,r[14]=g*V+S*X+m*W+p*oe,r[3]=y*A+R*O+w*N+I*ue,r[7]=y*x+R*U+w*q+I*Q,r[11]=y*E+R*G+w*J+I*te,r[15]=y*V+R*X+w*W+I*oe,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[4]*=e,t[8]*=e,t[12]*=e,t[1]*=e,t[5]*=e,t[9]*=e,t[13]*=e,t[2]*=e,t[6]*=e,t[10]*=e,t[14]*=e,t[3]*=e,t[7]*=e,t[11]*=e,t[15]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[4],s=e[8],r=e[12],o=e[1],a=e[5],l=e[9],c=e[13],h=e[2],d=e[6],u=e[10],f=e[14],g=e[3],S=e[7],m=e[11],p=e[15],y=l*f-c*u,R=a*f-c*d,w=a*u-l*d,I=o*f-c*h,A=o*u-l*h,x=o*d-a*h;return t*(S*y-m*R+p*w)-n*(g*y-m*I+p*A)+s*(g*R-S*I+p*x)-r*(g*w-S*A+m*x)}determinantAffine(){let e=this.elements,t=e[0],n=e[4],s=e[8],r=e[1],o=e[5],a=e[9],l=e[2],c=e[6],h=e[10];return t*(o*h-a*c)-n*(r*h-a*l)+s*(r*c-o*l)}transpose(){let e=this.elements,t;return t=e[1],e[1]=e[4],e[4]=t,t=e[2],e[2]=e[8],e[8]=t,t=e[6],e[6]=e[9],e[9]=t,t=e[3],e[3]=e[12],e[12]=t,t=e[7],e[7]=e[13],e[13]=t,t=e[11],e[11]=e[14],e[14]=t,this}setPosition(e,t,n){let s=this.elements;return e.isVector3?(s[12]=e.x,s[13]=e.y,s[14]=e.z):(s[12]=e,s[13]=t,s[14]=n),this}invert(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],o=e[4],a=e[5],l=e[6],c=e[7],h=e[8],d=e[9],u=e[10],f=e[11],g=e[12],S=e[13],m=e[14],p=e[15],y=t*a-n*o,R=t*l-s*o,w=t*c-r*o,I=n*l-s*a,A=n*c-r*a,x=s*c-r*l,E=h*S-d*g,V=h*m-u*g,O=h*p-f*g,U=d*m-u*S,G=d*p-f*S,X=u*p-f*m,N=y*X-R*G+w*U+I*O-A*V+x*E;if(N===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let q=1/N;return e[0]=(a*X-l*G+c*U)*q,e[1]=(s*G-n*X-r*U)*q,e[2]=(S*x-m*A+p*I)*q,e[3]=(u*A-d*x-f*I)*q,e[4]=(l*O-o*X-c*V)*q,e[5]=(t*X-s*O+r*V)*q,e[6]=(m*w-g*x-p*R)*q,e[7]=(h*x-u*w+f*R)*q,e[8]=(o*G-a*O+c*E)*q,e[9]=(n*O-t*G-r*E)*q,e[10]=(g*A-S*w+p*y)*q,e[11]=(d*w-h*A-f*y)*q,e[12]=(a*V-o*U-l*E)*q,e[13]=(t*U-n*V+s*E)*q,e[14]=(S*R-g*I-m*y)*q,e[15]=(h*I-d*R+u*y)*q,this}scale(e){let t=this.elements,n=e.x,s=e.y,r=e.z;return t[0]*=n,t[4]*=s,t[8]*=r,t[1]*=n,t[5]*=s,t[9]*=r,t[2]*=n,t[6]*=s,t[10]*=r,t[3]*=n,t[7]*=s,t[11]*=r,this}getMaxScaleOnAxis(){let e=this.elements,t=e[0]*e[0]+e[1]*e[1]+e[2]*e[2],n=e[4]*e[4]+e[5]*e[5]+e[6]*e[6],s=e[8]*e[8]+e[9]*e[9]+e[10]*e[10];return Math.sqrt(Math.max(t,n,s))}makeTranslation(e,t,n){return e.isVector3?this.set(1,0,0,e.x,0,1,0,e.y,0,0,1,e.z,0,0,0,1):this.set(1,0,0,e,0,1,0,t,0,0,1,n,0,0,0,1),this}makeRotationX(e){let t=Math.cos(e),n=Math.sin(e);return this.set(1,0,0,0,0,t,-n,0,0,n,t,0,0,0,0,1),this}makeRotationY(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,0,n,0,0,1,0,0,-n,0,t,0,0,0,0,1),this}makeRotationZ(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,0,n,t,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(e,t){let n=Math.cos(t),s=Math.sin(t),r=1-n,o=e.x,a=e.y,l=e.z,c=r*o,h=r*a;return this.set(c*o+n,c*a-s*l,c*l+s*a,0,c*a+s*l,h*a+n,h*l-s*o,0,c*l-s*a,h*l+s*o,r*l*l+n,0,0,0,0,1),this}makeScale(e,t,n){return this.set(e,0,0,0,0,t,0,0,0,0,n,0,0,0,0,1),this}makeShear(e,t,n,s,r,o){return this.set(1,n,r,0,e,1,o,0,t,s,1,0,0,0,0,1),this}compose(e,t,n){let s=this.elements,r=t._x,o=t._y,a=t._z,l=t._w,c=r+r,h=o+o,d=a+a,u=r*c,f=r*h,g=r*d,S=o*h,m=o*d,p=a*d,y=l*c,R=l*h,w=l*d,I=n.x,A=n.y,x=n.z;return s[0]=(1-(S+p))*I,s[1]=(f+w)*I,s[2]=(g-R)*I,s[3]=0,s[4]=(f-w)*A,s[5]=(1-(u+p))*A,s[6]=(m+y)*A,s[7]=0,s[8]=(g+R)*x,s[9]=(m-y)*x,s[10]=(1-(u+S))*x,s[11]=0,s[12]=e.x,s[13]=e.y,s[14]=e.z,s[15]=1,this}decompose(e,t,n){let s=this.elements;e.x=s[12],e.y=s[13],e.z=s[14];let r=this.determinantAffine();if(r===0)return n.set(1,1,1),t.identity(),this;let o=$r.set(s[0],s[1],s[2]).length(),a=$r.set(s[4],s[5],s[6]).length(),l=$r.set(s[8],s[9],s[10]).length();r<0&&(o=-o),ki.copy(this);let c=1/o,h=1/a,d=1/l;return ki.elements[0]*=c,ki.elements[1]*=c,ki.elements[2]*=c,ki.elements[4]*=h,ki.elements[5]*=h,ki.elements[6]*=h,ki.elements[8]*=d,ki.elements[9]*=d,ki.elements[10]*=d,t.setFromRotationMatrix(ki),n.x=o,n.y=a,n.z=l,this}makePerspective(e,t,n,s,r,o,a=Ii,l=!1){let c=this.elements,h=2*r/(t-e),d=2*r/(n-s),u=(t+e)/(t-e),f=(n+s)/(n-s),g,S;if(l)g=r/(o-r),S=o*r/(o-r);else if(a===Ii)g=-(o+r)/(o-r),S=-2*o*r/(o-r);else if(a===lo)g=-o/(o-r),S=-o*r/(o-r);else throw new Error("THREE.Matrix4.makePerspective(): Invalid coordinate system: "+a);return c[0]=h,c[4]=0,c[8]=u,c[12]=0,c[1]=0,c[5]=d,c[9]=f,c[13]=0,c[2]=0,c[6]=0,c[10]=g,c[14]=S,c[3]=0,c[7]=0,c[11]=-1,c[15]=0,this}makeOrthographic(e,t,n,s,r,o,a=Ii,l=!1){let c=this.elements,h=2/(t-e),d=2/(n-s),u=-(t+e)/(t-e),f=-(n+s)/(n-s),g,S;if(l)g=1/(o-r),S=o/(o-r);else if(a===Ii)g=-2/(o-r),S=-(o+r)/(o-r);else if(a===lo)g=-1/(o-r),S=-r/(o-r);else throw new Error("THREE.Matrix4.makeOrthographic(): Invalid coordinate system: "+a);return c[0]=h,c[4]=0,c[8]=0,c[12]=u,c[1]=0,c[5]=d,c[9]=0,c[13]=f,c[2]=0,c[6]=0,c[10]=g,c[14]=S,c[3]=0,c[7]=0,c[11]=0,c[15]=1,this}equals(e){let t=this.elements,n=e.elements;for(let s=0;s<16;s++)if(t[s]!==n[s])return!1;return!0}fromArray(e,t=0){for(let n=0;n<16;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e[t+9]=n[9],e[t+10]=n[10],e[t+11]=n[11],e[t+12]=n[12],e[t+13]=n[13],e[t+14]=n[14],e[t+15]=n[15],e}},$r=new $,ki=new Wt,xy=new $(0,0,0),yy=new $(1,1,1),Gs=new $,Tl=new $,di=new $,em=new Wt,tm=new _i,Es=class i{constructor(e=0,t=0,n=0,s=i.DEFAULT_ORDER){this.isEuler=!0,this._x=e,this._y=t,this._z=n,this._order=s}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get order(){return this._order}set order(e){this._order=e,this._onChangeCallback()}set(e,t,n,s=this._order){return this._x=e,this._y=t,this._z=n,this._order=s,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(e){return this._x=e._x,this._y=e._y,this._z=e._z,this._order=e._order,this._onChangeCallback(),this}setFromRotationMatrix(e,t=this._order,n=!0){let s=e.elements,r=s[0],o=s[4],a=s[8],l=s[1],c=s[5],h=s[9],d=s[2],u=s[6],f=s[10];switch(t){case"XYZ":this._y=Math.asin(gt(a,-1,1)),Math.abs(a)<.9999999?(this._x=Math.atan2(-h,f),this._z=Math.atan2(-o,r)):(this._x=Math.atan2(u,c),this._z=0);break;case"YXZ":this._x=Math.asin(-gt(h,-1,1)),Math.abs(h)<.9999999?(this._y=Math.atan2(a,f),this._z=Math.atan2(l,c)):(this._y=Math.atan2(-d,r),this._z=0);break;case"ZXY":this._x=Math.asin(gt(u,-1,1)),Math.abs(u)<.9999999?(this._y=Math.atan2(-d,f),this._z=Math.atan2(-o,c)):(this._y=0,this._z=Math.atan2(l,r));break;case"ZYX":this._y=Math.asin(-gt(d,-1,1)),Math.abs(d)<.9999999?(this._x=Math.atan2(u,f),this._z=Math.atan2(l,r)):(this._x=0,this._z=Math.atan2(-o,c));break;case"YZX":this._z=Math.asin(gt(l,-1,1)),Math.abs(l)<.9999999?(this._x=Math.atan2(-h,c),this._y=Math.atan2(-d,r)):(this._x=0,this._y=Math.atan2(a,f));break;case"XZY":this._z=Math.asin(-gt(o,-1,1)),Math.abs(o)<.9999999?(this._x=Math.atan2(u,c),this._y=Math.atan2(a,r)):(this._x=Math.atan2(-h,f),this._y=0);break;default:Ze("Euler: .setFromRotationMatrix() encountered an unknown order: "+t)}return this._order=t,n===!0&&this._onChangeCallback(),this}setFromQuaternion(e,t,n){return em.makeRotationFromQuaternion(e),this.setFromRotationMatrix(em,t,n)}setFromVector3(e,t=this._order){return this.set(e.x,e.y,e.z,t)}reorder(e){return tm.setFromEuler(this),this.setFromQuaternion(tm,e)}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._order===this._order}fromArray(e){return this._x=e[0],this._y=e[1],this._z=e[2],e[3]!==void 0&&(this._order=e[3]),this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._order,e}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};Es.DEFAULT_ORDER="XYZ";var fo=class{constructor(){this.mask=1}set(e){this.mask=(1<<e|0)>>>0}enable(e){this.mask|=1<<e|0}enableAll(){this.mask=-1}toggle(e){this.mask^=1<<e|0}disable(e){this.mask&=~(1<<e|0)}disableAll(){this.mask=0}test(e){return(this.mask&e.mask)!==0}isEnabled(e){return(this.mask&(1<<e|0))!==0}},vy=0,nm=new $,Zr=new _i,ys=new Wt,El=new $,sa=new $,Sy=new $,My=new _i,im=new $(1,0,0),sm=new $(0,1,0),rm=new $(0,0,1),om={type:"added"},by={type:"removed"},Jr={type:"childadded",child:null},Iu={type:"childremoved",child:null},Xn=class i extends Gi{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:vy++}),this.uuid=bo(),this.name="",this.type="Object3D",this.parent=null,this.children=[],this.up=i.DEFAULT_UP.clone();let e=new $,t=new Es,n=new _i,s=new $(1,1,1);function r(){n.setFromEuler(t,!1)}function o(){t.setFromQuaternion(n,void 0,!1)}t._onChange(r),n._onChange(o),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:e},rotation:{configurable:!0,enumerable:!0,value:t},quaternion:{configurable:!0,enumerable:!0,value:n},scale:{configurable:!0,enumerable:!0,value:s},modelViewMatrix:{value:new Wt},normalMatrix:{value:new it}}),this.matrix=new Wt,this.matrixWorld=new Wt,this.matrixAutoUpdate=i.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=i.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new fo,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.static=!1,this.userData={},this.pivot=null}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(e){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(e),this.matrix.decompose(this.position,this.quaternion,this.scale),this.pivot!==null&&this.position.copy(this.pivot).applyMatrix4(this.matrix).sub(this.pivot)}applyQuaternion(e){return this.quaternion.premultiply(e),this}setRotationFromAxisAngle(e,t){this.quaternion.setFromAxisAngle(e,t)}setRotationFromEuler(e){this.quaternion.setFromEuler(e,!0)}setRotationFromMatrix(e){this.quaternion.setFromRotationMatrix(e)}setRotationFromQuaternion(e){this.quaternion.copy(e)}rotateOnAxis(e,t){return Zr.setFromAxisAngle(e,t),this.quaternion.multiply(Zr),this}rotateOnWorldAxis(e,t){return Zr.setFromAxisAngle(e,t),this.quaternion.premultiply(Zr),this}rotateX(e){return this.rotateOnAxis(im,e)}rotateY(e){return this.rotateOnAxis(sm,e)}rotateZ(e){return this.rotateOnAxis(rm,e)}translateOnAxis(e,t){return nm.copy(e).applyQuaternion(this.quaternion),this.position.add(nm.multiplyScalar(t)),this}translateX(e){return this.translateOnAxis(im,e)}translateY(e){return this.translateOnAxis(sm,e)}translateZ(e){return this.translateOnAxis(rm,e)}localToWorld(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(this.matrixWorld)}worldToLocal(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(ys.copy(this.matrixWorld).invert())}lookAt(e,t,n){e.isVector3?El.copy(e):El.set(e,t,n);let s=this.parent;this.updateWorldMatrix(!0,!1),sa.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?ys.lookAt(sa,El,this.up):ys.lookAt(El,sa,this.up),this.quaternion.setFromRotationMatrix(ys),s&&(ys.extractRotation(s.matrixWorld),Zr.setFromRotationMatrix(ys),this.quaternion.premultiply(Zr.invert()))}add(e){if(arguments.length>1){for(let t=0;t<arguments.length;t++)this.add(arguments[t]);return this}return e===this?(tt("Object3D.add: object can't be added as a child of itself.",e),this):(e&&e.isObject3D?(e.removeFromParent(),e.parent=this,this.children.push(e),e.dispatchEvent(om),Jr.child=e,this.dispatchEvent(Jr),Jr.child=null):tt("Object3D.add: object not an instance of THREE.Object3D.",e),this)}remove(e){if(arguments.length>1){for(let n=0;n<arguments.length;n++)this.remove(arguments[n]);return this}let t=this.children.indexOf(e);return t!==-1&&(e.parent=null,this.children.splice(t,1),e.dispatchEvent(by),Iu.child=e,this.dispatchEvent(Iu),Iu.child=null),this}removeFromParent(){let e=this.parent;return e!==null&&e.remove(this),this}clear(){return this.remove(...this.children)}attach(e){return this.updateWorldMatrix(!0,!1),ys.copy(this.matrixWorld).invert(),e.parent!==null&&(e.parent.updateWorldMatrix(!0,!1),ys.multiply(e.parent.matrixWorld)),e.applyMatrix4(ys),e.removeFromParent(),e.parent=this,this.children.push(e),e.updateWorldMatrix(!1,!0),e.dispatchEvent(om),Jr.child=e,this.dispatchEvent(Jr),Jr.child=null,this}getObjectById(e){return this.getObjectByProperty("id",e)}getObjectByName(e){return this.getObjectByProperty("name",e)}getObjectByProperty(e,t){if(this[e]===t)return this;for(let n=0,s=this.children.length;n<s;n++){let o=this.children[n].getObjectByProperty(e,t);if(o!==void 0)return o}}getObjectsByProperty(e,t,n=[]){this[e]===t&&n.push(this);let s=this.children;for(let r=0,o=s.length;r<o;r++)s[r].getObjectsByProperty(e,t,n);return n}getWorldPosition(e){return this.updateWorldMatrix(!0,!1),e.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(sa,e,Sy),e}getWorldScale(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(sa,My,e),e}getWorldDirection(e){this.updateWorldMatrix(!0,!1);let t=this.matrixWorld.elements;return e.set(t[8],t[9],t[10]).normalize()}raycast(){}intersectsFrustum(){return!0}traverse(e){e(this);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].traverse(e)}traverseVisible(e){if(this.visible===!1)return;e(this);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].traverseVisible(e)}traverseAncestors(e){let t=this.parent;t!==null&&(e(t),t.traverseAncestors(e))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale);let e=this.pivot;if(e!==null){let t=e.x,n=e.y,s=e.z,r=this.matrix.elements;r[12]+=t-r[0]*t-r[4]*n-r[8]*s,r[13]+=n-r[1]*t-r[5]*n-r[9]*s,r[14]+=s-r[2]*t-r[6]*n-r[10]*s}this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(e){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||e)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,e=!0);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].updateMatrixWorld(e)}updateWorldMatrix(e,t,n=!1){let s=this.parent;if(e===!0&&s!==null&&s.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||n)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,n=!0),t===!0){let r=this.children;for(let o=0,a=r.length;o<a;o++)r[o].updateWorldMatrix(!1,!0,n)}}toJSON(e){let t=e===void 0||typeof e=="string",n={};t&&(e={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},n.metadata={version:4.7,type:"Object",generator:"Object3D.toJSON"});let s={};s.uuid=this.uuid,s.type=this.type,s.name=this.name,s.castShadow=this.castShadow,s.receiveShadow=this.receiveShadow,s.visible=this.visible,s.frustumCulled=this.frustumCulled,s.renderOrder=this.renderOrder,s.static=this.static,s.matrixAutoUpdate=this.matrixAutoUpdate,Object.keys(this.userData).length>0&&(s.userData=this.userData),s.layers=this.layers.mask,s.matrix=this.matrix.toArray(),s.up=this.up.toArray(),this.pivot!==null&&(s.pivot=this.pivot.toArray()),this.morphTargetDictionary!==void 0&&(s.morphTargetDictionary=Object.assign({},this.morphTargetDictionary)),this.morphTargetInfluences!==void 0&&(s.morphTargetInfluences=this.morphTargetInfluences.slice()),this.isInstancedMesh&&(s.type="InstancedMesh",s.count=this.count,s.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(s.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(s.type="BatchedMesh",s.perObjectFrustumCulled=this.perObjectFrustumCulled,s.sortObjects=this.sortObjects,s.drawRanges=this._drawRanges,s.reservedRanges=this._reservedRanges,s.geometryInfo=this._geometryInfo.map(a=>({...a,boundingBox:a.boundingBox?a.boundingBox.toJSON():void 0,boundingSphere:a.boundingSphere?a.boundingSphere.toJSON():void 0})),s.instanceInfo=this._instanceInfo.map(a=>({...a})),s.availableInstanceIds=this._availableInstanceIds.slice(),s.availableGeometryIds=this._availableGeometryIds.slice(),s.nextIndexStart=this._nextIndexStart,s.nextVertexStart=this._nextVertexStart,s.geometryCount=this._geometryCount,s.maxInstanceCount=this._maxInstanceCount,s.maxVertexCount=this._maxVertexCount,s.maxIndexCount=this._maxIndexCount,s.geometryInitialized=this._geometryInitialized,s.matricesTexture=this._matricesTexture.toJSON(e),s.indirectTexture=this._indirectTexture.toJSON(e),this._colorsTexture!==null&&(s.colorsTexture=this._colorsTexture.toJSON(e)),this.boundingSphere!==null&&(s.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(s.boundingBox=this.boundingBox.toJSON()));function r(a,l){return a[l.uuid]===void 0&&(a[l.uuid]=l.toJSON(e)),l.uuid}if(this.isScene)this.background&&(this.background.isColor?s.background=this.background.toJSON():this.background.isTexture&&(s.background=this.background.toJSON(e).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(s.environment=this.environment.toJSON(e).uuid);else if(this.isMesh||this.isLine||this.isPoints){s.geometry=r(e.geometries,this.geometry);let a=this.geometry.parameters;if(a!==void 0&&a.shapes!==void 0){let l=a.shapes;if(Array.isArray(l))for(let c=0,h=l.length;c<h;c++){let d=l[c];r(e.shapes,d)}else r(e.shapes,l)}}if(this.isSkinnedMesh&&(s.bindMode=this.bindMode,s.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(r(e.skeletons,this.skeleton),s.skeleton=this.skeleton.uuid)),this.material!==void 0)if(Array.isArray(this.material)){let a=[];for(let l=0,c=this.material.length;l<c;l++)a.push(r(e.materials,this.material[l]));s.material=a}else s.material=r(e.materials,this.material);if(this.children.length>0){s.children=[];for(let a=0;a<this.children.length;a++)s.children.push(this.children[a].toJSON(e).object)}if(this.animations.length>0){s.animations=[];for(let a=0;a<this.animations.length;a++){let l=this.animations[a];s.animations.push(r(e.animations,l))}}if(t){let a=o(e.geometries),l=o(e.materials),c=o(e.textures),h=o(e.images),d=o(e.shapes),u=o(e.skeletons),f=o(e.animations),g=o(e.nodes);a.length>0&&(n.geometries=a),l.length>0&&(n.materials=l),c.length>0&&(n.textures=c),h.length>0&&(n.images=h),d.length>0&&(n.shapes=d),u.length>0&&(n.skeletons=u),f.length>0&&(n.animations=f),g.length>0&&(n.nodes=g)}return n.object=s,n;function o(a){let l=[];for(let c in a){let h=a[c];delete h.metadata,l.push(h)}return l}}clone(e){return new this.constructor().copy(this,e)}copy(e,t=!0){if(this.name=e.name,this.up.copy(e.up),this.position.copy(e.position),this.rotation.order=e.rotation.order,this.quaternion.copy(e.quaternion),this.scale.copy(e.scale),this.pivot=e.pivot!==null?e.pivot.clone():null,this.matrix.copy(e.matrix),this.matrixWorld.copy(e.matrixWorld),this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrixWorldAutoUpdate=e.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=e.matrixWorldNeedsUpdate,this.layers.mask=e.layers.mask,this.visible=e.visible,this.castShadow=e.castShadow,this.receiveShadow=e.receiveShadow,this.frustumCulled=e.frustumCulled,this.renderOrder=e.renderOrder,this.static=e.static,this.animations=e.animations.slice(),this.userData=JSON.parse(JSON.stringify(e.userData)),t===!0)for(let n=0;n<e.children.length;n++){let s=e.children[n];this.add(s.clone())}return this}dispose(){this.dispatchEvent({type:"dispose"})}};Xn.DEFAULT_UP=new $(0,1,0);Xn.DEFAULT_MATRIX_AUTO_UPDATE=!0;Xn.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var os=class extends Xn{constructor(){super(),this.isGroup=!0,this.type="Group"}},wy={type:"move"},po=class{constructor(){this._targetRay=null,this._grip=null,this._hand=null}getHandSpace(){return this._hand===null&&(this._hand=new os,this._hand.matrixAutoUpdate=!1,this._hand.visible=!1,this._hand.joints={},this._hand.inputState={pinching:!1}),this._hand}getTargetRaySpace(){return this._targetRay===null&&(this._targetRay=new os,this._targetRay.matrixAutoUpdate=!1,this._targetRay.visible=!1,this._targetRay.hasLinearVelocity=!1,this._targetRay.linearVelocity=new $,this._targetRay.hasAngularVelocity=!1,this._targetRay.angularVelocity=new $),this._targetRay}getGripSpace(){return this._grip===null&&(this._grip=new os,this._grip.matrixAutoUpdate=!1,this._grip.visible=!1,this._grip.hasLinearVelocity=!1,this._grip.linearVelocity=new $,this._grip.hasAngularVelocity=!1,this._grip.angularVelocity=new $,this._grip.eventsEnabled=!1),this._grip}dispatchEvent(e){return this._targetRay!==null&&this._targetRay.dispatchEvent(e),this._grip!==null&&this._grip.dispatchEvent(e),this._hand!==null&&this._hand.dispatchEvent(e),this}connect(e){if(e&&e.hand){let t=this._hand;if(t)for(let n of e.hand.values())this._getHandJoint(t,n)}return this.dispatchEvent({type:"connected",data:e}),this}disconnect(e){return this.dispatchEvent({type:"disconnected",data:e}),this._targetRay!==null&&(this._targetRay.visible=!1),this._grip!==null&&(this._grip.visible=!1),this._hand!==null&&(this._hand.visible=!1),this}update(e,t,n){let s=null,r=null,o=null,a=this._targetRay,l=this._grip,c=this._hand;if(e&&t.session.visibilityState!=="visible-blurred"){if(c&&e.hand){o=!0;for(let S of e.hand.values()){let m=t.getJointPose(S,n),p=this._getHandJoint(c,S);m!==null&&(p.matrix.fromArray(m.transform.matrix),p.matrix.decompose(p.position,p.quaternion,p.scale),p.matrixWorldNeedsUpdate=!0,p.jointRadius=m.radius),p.visible=m!==null}let h=c.joints["index-finger-tip"],d=c.joints["thumb-tip"],u=h.position.distanceTo(d.position),f=.02,g=.005;c.inputState.pinching&&u>f+g?(c.inputState.pinching=!1,this.dispatchEvent({type:"pinchend",handedness:e.handedness,target:this})):!c.inputState.pinching&&u<=f-g&&(c.inputState.pinching=!0,this.dispatchEvent({type:"pinchstart",handedness:e.handedness,target:this}))}else l!==null&&e.gripSpace&&(r=t.getPose(e.gripSpace,n),r!==null&&(l.matrix.fromArray(r.transform.matrix),l.matrix.decompose(l.position,l.quaternion,l.scale),l.matrixWorldNeedsUpdate=!0,r.linearVelocity?(l.hasLinearVelocity=!0,l.linearVelocity.copy(r.linearVelocity)):l.hasLinearVelocity=!1,r.angularVelocity?(l.hasAngularVelocity=!0,l.angularVelocity.copy(r.angularVelocity)):l.hasAngularVelocity=!1,l.eventsEnabled&&l.dispatchEvent({type:"gripUpdated",data:e,target:this})));a!==null&&(s=t.getPose(e.targetRaySpace,n),s===null&&r!==null&&(s=r),s!==null&&(a.matrix.fromArray(s.transform.matrix),a.matrix.decompose(a.position,a.quaternion,a.scale),a.matrixWorldNeedsUpdate=!0,s.linearVelocity?(a.hasLinearVelocity=!0,a.linearVelocity.copy(s.linearVelocity)):a.hasLinearVelocity=!1,s.angularVelocity?(a.hasAngularVelocity=!0,a.angularVelocity.copy(s.angularVelocity)):a.hasAngularVelocity=!1,this.dispatchEvent(wy)))}return a!==null&&(a.visible=s!==null),l!==null&&(l.visible=r!==null),c!==null&&(c.visible=o!==null),this}_getHandJoint(e,t){if(e.joints[t.jointName]===void 0){let n=new os;n.matrixAutoUpdate=!1,n.visible=!1,e.joints[t.jointName]=n,e.add(n)}return e.joints[t.jointName]}},hg={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},Hs={h:0,s:0,l:0},Al={h:0,s:0,l:0};function Lu(i,e,t){return t<0&&(t+=1),t>1&&(t-=1),t<1/6?i+(e-i)*6*t:t<1/2?e:t<2/3?i+(e-i)*6*(2/3-t):i}var _t=class{constructor(e,t,n){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(e,t,n)}set(e,t,n){if(t===void 0&&n===void 0){let s=e;s&&s.isColor?this.copy(s):typeof s=="number"?this.setHex(s):typeof s=="string"&&this.setStyle(s)}else this.setRGB(e,t,n);return this}setScalar(e){return this.r=e,this.g=e,this.b=e,this}setHex(e,t=pi){return e=Math.floor(e),this.r=(e>>16&255)/255,this.g=(e>>8&255)/255,this.b=(e&255)/255,bt.colorSpaceToWorking(this,t),this}setRGB(e,t,n,s=bt.workingColorSpace){return this.r=e,this.g=t,this.b=n,bt.colorSpaceToWorking(this,s),this}setHSL(e,t,n,s=bt.workingColorSpace){if(e=Cd(e,1),t=gt(t,0,1),n=gt(n,0,1),t===0)this.r=this.g=this.b=n;else{let r=n<=.5?n*(1+t):n+t-n*t,o=2*n-r;this.r=Lu(o,r,e+1/3),this.g=Lu(o,r,e),this.b=Lu(o,r,e-1/3)}return bt.colorSpaceToWorking(this,s),this}setStyle(e,t=pi){function n(r){r!==void 0&&parseFloat(r)<1&&Ze("Color: Alpha component of "+e+" will be ignored.")}let s;if(s=/^(\w+)\(([^\)]*)\)/.exec(e)){let r,o=s[1],a=s[2];switch(o){case"rgb":case"rgba":if(r=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return n(r[4]),this.setRGB(Math.min(255,parseInt(r[1],10))/255,Math.min(255,parseInt(r[2],10))/255,Math.min(255,parseInt(r[3],10))/255,t);if(r=/^\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return n(r[4]),this.setRGB(Math.min(100,parseFloat(r[1]))/100,Math.min(100,parseFloat(r[2]))/100,Math.min(100,parseFloat(r[3]))/100,t);break;case"hsl":case"hsla":if(r=/^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return n(r[4]),this.setHSL(parseFloat(r[1])/360,parseFloat(r[2])/100,parseFloat(r[3])/100,t);break;default:Ze("Color: Unknown color model "+e)}}else if(s=/^\#([A-Fa-f\d]+)$/.exec(e)){let r=s[1],o=r.length;if(o===3)return this.setRGB(parseInt(r.charAt(0),16)/15,parseInt(r.charAt(1),16)/15,parseInt(r.charAt(2),16)/15,t);if(o===6)return this.setHex(parseInt(r,16),t);Ze("Color: Invalid hex color "+e)}else if(e&&e.length>0)return this.setColorName(e,t);return this}setColorName(e,t=pi){let n=hg[e.toLowerCase()];return n!==void 0?this.setHex(n,t):Ze("Color: Unknown color "+e),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(e){return this.r=e.r,this.g=e.g,this.b=e.b,this}copySRGBToLinear(e){return this.r=ws(e.r),this.g=ws(e.g),this.b=ws(e.b),this}copyLinearToSRGB(e){return this.r=oo(e.r),this.g=oo(e.g),this.b=oo(e.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(e=pi){return bt.workingToColorSpace(Wn.copy(this),e),Math.round(gt(Wn.r*255,0,255))*65536+Math.round(gt(Wn.g*255,0,255))*256+Math.round(gt(Wn.b*255,0,255))}getHexString(e=pi){return("000000"+this.getHex(e).toString(16)).slice(-6)}getHSL(e,t=bt.workingColorSpace){bt.workingToColorSpace(Wn.copy(this),t);let n=Wn.r,s=Wn.g,r=Wn.b,o=Math.max(n,s,r),a=Math.min(n,s,r),l,c,h=(a+o)/2;if(a===o)l=0,c=0;else{let d=o-a;switch(c=h<=.5?d/(o+a):d/(2-o-a),o){case n:l=(s-r)/d+(s<r?6:0);break;case s:l=(r-n)/d+2;break;case r:l=(n-s)/d+4;break}l/=6}return e.h=l,e.s=c,e.l=h,e}getRGB(e,t=bt.workingColorSpace){return bt.workingToColorSpace(Wn.copy(this),t),e.r=Wn.r,e.g=Wn.g,e.b=Wn.b,e}getStyle(e=pi){bt.workingToColorSpace(Wn.copy(this),e);let t=Wn.r,n=Wn.g,s=Wn.b;return e!==pi?`color(${e} ${t.toFixed(3)} ${n.toFixed(3)} ${s.toFixed(3)})`:`rgb(${Math.round(t*255)},${Math.round(n*255)},${Math.round(s*255)})`}offsetHSL(e,t,n){return this.getHSL(Hs),this.setHSL(Hs.h+e,Hs.s+t,Hs.l+n)}add(e){return this.r+=e.r,this.g+=e.g,this.b+=e.b,this}addColors(e,t){return this.r=e.r+t.r,this.g=e.g+t.g,this.b=e.b+t.b,this}addScalar(e){return this.r+=e,this.g+=e,this.b+=e,this}sub(e){return this.r=Math.max(0,this.r-e.r),this.g=Math.max(0,this.g-e.g),this.b=Math.max(0,this.b-e.b),this}multiply(e){return this.r*=e.r,this.g*=e.g,this.b*=e.b,this}multiplyScalar(e){return this.r*=e,this.g*=e,this.b*=e,this}lerp(e,t){return this.r+=(e.r-this.r)*t,this.g+=(e.g-this.g)*t,this.b+=(e.b-this.b)*t,this}lerpColors(e,t,n){return this.r=e.r+(t.r-e.r)*n,this.g=e.g+(t.g-e.g)*n,this.b=e.b+(t.b-e.b)*n,this}lerpHSL(e,t){this.getHSL(Hs),e.getHSL(Al);let n=ua(Hs.h,Al.h,t),s=ua(Hs.s,Al.s,t),r=ua(Hs.l,Al.l,t);return this.setHSL(n,s,r),this}setFromVector3(e){return this.r=e.x,this.g=e.y,this.b=e.z,this}applyMatrix3(e){let t=this.r,n=this.g,s=this.b,r=e.elements;return this.r=r[0]*t+r[3]*n+r[6]*s,this.g=r[1]*t+r[4]*n+r[7]*s,this.b=r[2]*t+r[5]*n+r[8]*s,this}equals(e){return e.r===this.r&&e.g===this.g&&e.b===this.b}fromArray(e,t=0){return this.r=e[t],this.g=e[t+1],this.b=e[t+2],this}toArray(e=[],t=0){return e[t]=this.r,e[t+1]=this.g,e[t+2]=this.b,e}fromBufferAttribute(e,t){return this.r=e.getX(t),this.g=e.getY(t),this.b=e.getZ(t),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},Wn=new _t;_t.NAMES=hg;var _a=class extends Xn{constructor(){super(),this.isScene=!0,this.type="Scene",this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new Es,this.environmentIntensity=1,this.environmentRotation=new Es,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}copy(e,t){return super.copy(e,t),this.background=e.background!==null?e.background.clone():null,this.environment=e.environment!==null?e.environment.clone():null,this.fog=e.fog!==null?e.fog.clone():null,this.backgroundBlurriness=e.backgroundBlurriness,this.backgroundIntensity=e.backgroundIntensity,this.backgroundRotation.copy(e.backgroundRotation),this.environmentIntensity=e.environmentIntensity,this.environmentRotation.copy(e.environmentRotation),this.overrideMaterial=e.overrideMaterial!==null?e.overrideMaterial.clone():null,this.matrixAutoUpdate=e.matrixAutoUpdate,this}toJSON(e){let t=super.toJSON(e);return this.fog!==null&&(t.object.fog=this.fog.toJSON()),t.object.backgroundBlurriness=this.backgroundBlurriness,t.object.backgroundIntensity=this.backgroundIntensity,t.object.backgroundRotation=this.backgroundRotation.toArray(),t.object.environmentIntensity=this.environmentIntensity,t.object.environmentRotation=this.environmentRotation.toArray(),t}},zi=new $,vs=new $,Du=new $,Ss=new $,Kr=new $,jr=new $,am=new $,Nu=new $,Uu=new $,Ou=new $,Fu=new en,Bu=new en,ku=new en,Ys=class i{constructor(e=new $,t=new $,n=new $){this.a=e,this.b=t,this.c=n}static getNormal(e,t,n,s){s.subVectors(n,t),zi.subVectors(e,t),s.cross(zi);let r=s.lengthSq();return r>0?s.multiplyScalar(1/Math.sqrt(r)):s.set(0,0,0)}static getBarycoord(e,t,n,s,r){zi.subVectors(s,t),vs.subVectors(n,t),Du.subVectors(e,t);let o=zi.dot(zi),a=zi.dot(vs),l=zi.dot(Du),c=vs.dot(vs),h=vs.dot(Du),d=o*c-a*a;if(d===0)return r.set(0,0,0),null;let u=1/d,f=(c*l-a*h)*u,g=(o*h-a*l)*u;return r.set(1-f-g,g,f)}static containsPoint(e,t,n,s){return this.getBarycoord(e,t,n,s,Ss)===null?!1:Ss.x>=0&&Ss.y>=0&&Ss.x+Ss.y<=1}static getInterpolation(e,t,n,s,r,o,a,l){return this.getBarycoord(e,t,n,s,Ss)===null?(l.x=0,l.y=0,"z"in l&&(l.z=0),"w"in l&&(l.w=0),null):(l.setScalar(0),l.addScaledVector(r,Ss.x),l.addScaledVector(o,Ss.y),l.addScaledVector(a,Ss.z),l)}static getInterpolatedAttribute(e,t,n,s,r,o){return Fu.setScalar(0),Bu.setScalar(0),ku.setScalar(0),Fu.fromBufferAttribute(e,t),Bu.fromBufferAttribute(e,n),ku.fromBufferAttribute(e,s),o.setScalar(0),o.addScaledVector(Fu,r.x),o.addScaledVector(Bu,r.y),o.addScaledVector(ku,r.z),o}static isFrontFacing(e,t,n,s){return zi.subVectors(n,t),vs.subVectors(e,t),zi.cross(vs).dot(s)<0}set(e,t,n){return this.a.copy(e),this.b.copy(t),this.c.copy(n),this}setFromPointsAndIndices(e,t,n,s){return this.a.copy(e[t]),this.b.copy(e[n]),this.c.copy(e[s]),this}setFromAttributeAndIndices(e,t,n,s){return this.a.fromBufferAttribute(e,t),this.b.fromBufferAttribute(e,n),this.c.fromBufferAttribute(e,s),this}clone(){return new this.constructor().copy(this)}copy(e){return this.a.copy(e.a),this.b.copy(e.b),this.c.copy(e.c),this}getArea(){return zi.subVectors(this.c,this.b),vs.subVectors(this.a,this.b),zi.cross(vs).length()*.5}getMidpoint(e){return e.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(e){return i.getNormal(this.a,this.b,this.c,e)}getPlane(e){return e.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(e,t){return i.getBarycoord(e,this.a,this.b,this.c,t)}getInterpolation(e,t,n,s,r){return i.getInterpolation(e,this.a,this.b,this.c,t,n,s,r)}containsPoint(e){return i.containsPoint(e,this.a,this.b,this.c)}isFrontFacing(e){return i.isFrontFacing(this.a,this.b,this.c,e)}intersectsBox(e){return e.intersectsTriangle(this)}closestPointToPoint(e,t){let n=this.a,s=this.b,r=this.c,o,a;Kr.subVectors(s,n),jr.subVectors(r,n),Nu.subVectors(e,n);let l=Kr.dot(Nu),c=jr.dot(Nu);if(l<=0&&c<=0)return t.copy(n);Uu.subVectors(e,s);let h=Kr.dot(Uu),d=jr.dot(Uu);if(h>=0&&d<=h)return t.copy(s);let u=l*d-h*c;if(u<=0&&l>=0&&h<=0&&l-h>0)return o=l/(l-h),t.copy(n).addScaledVector(Kr,o);Ou.subVectors(e,r);let f=Kr.dot(Ou),g=jr.dot(Ou);if(g>=0&&f<=g)return t.copy(r);let S=f*c-l*g;if(S<=0&&c>=0&&g<=0)return a=c/(c-g),t.copy(n).addScaledVector(jr,a);let m=h*g-f*d;if(m<=0&&d-h>=0&&f-g>=0)return am.subVectors(r,s),a=(d-h)/(d-h+(f-g)),t.copy(s).addScaledVector(am,a);let p=1/(m+S+u);return o=S*p,a=u*p,t.copy(n).addScaledVector(Kr,o).addScaledVector(jr,a)}equals(e){return e.a.equals(this.a)&&e.b.equals(this.b)&&e.c.equals(this.c)}},as=class{constructor(e=new $(1/0,1/0,1/0),t=new $(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=e,this.max=t}set(e,t){return this.min.copy(e),this.max.copy(t),this}setFromArray(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t+=3)this.expandByPoint(Vi.fromArray(e,t));return this}setFromBufferAttribute(e){this.makeEmpty();for(let t=0,n=e.count;t<n;t++)this.expandByPoint(Vi.fromBufferAttribute(e,t));return this}setFromPoints(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t++)this.expandByPoint(e[t]);return this}setFromCenterAndSize(e,t){let n=Vi.copy(t).multiplyScalar(.5);return this.min.copy(e).sub(n),this.max.copy(e).add(n),this}setFromObject(e,t=!1){return this.makeEmpty(),this.expandByObject(e,t)}clone(){return new this.constructor().copy(this)}copy(e){return this.min.copy(e.min),this.max.copy(e.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(e){return this.isEmpty()?e.set(0,0,0):e.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(e){return this.isEmpty()?e.set(0,0,0):e.subVectors(this.max,this.min)}expandByPoint(e){return this.min.min(e),this.max.max(e),this}expandByVector(e){return this.min.sub(e),this.max.add(e),this}expandByScalar(e){return this.min.addScalar(-e),this.max.addScalar(e),this}expandByObject(e,t=!1){e.updateWorldMatrix(!1,!1);let n=e.geometry;if(n!==void 0){let r=n.getAttribute("position");if(t===!0&&r!==void 0&&e.isInstancedMesh!==!0&&e.isBatchedMesh!==!0)for(let o=0,a=r.count;o<a;o++)e.isMesh===!0?e.getVertexPosition(o,Vi):Vi.fromBufferAttribute(r,o),Vi.applyMatrix4(e.matrixWorld),this.expandByPoint(Vi);else e.boundingBox!==void 0?(e.boundingBox===null&&e.computeBoundingBox(),Cl.copy(e.boundingBox)):(n.boundingBox===null&&n.computeBoundingBox(),Cl.copy(n.boundingBox)),Cl.applyMatrix4(e.matrixWorld),this.union(Cl)}let s=e.children;for(let r=0,o=s.length;r<o;r++)this.expandByObject(s[r],t);return this}containsPoint(e){return e.x>=this.min.x&&e.x<=this.max.x&&e.y>=this.min.y&&e.y<=this.max.y&&e.z>=this.min.z&&e.z<=this.max.z}containsBox(e){return this.min.x<=e.min.x&&e.max.x<=this.max.x&&this.min.y<=e.min.y&&e.max.y<=this.max.y&&this.min.z<=e.min.z&&e.max.z<=this.max.z}getParameter(e,t){return t.set((e.x-this.min.x)/(this.max.x-this.min.x),(e.y-this.min.y)/(this.max.y-this.min.y),(e.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(e){return e.max.x>=this.min.x&&e.min.x<=this.max.x&&e.max.y>=this.min.y&&e.min.y<=this.max.y&&e.max.z>=this.min.z&&e.min.z<=this.max.z}intersectsSphere(e){return this.clampPoint(e.center,Vi),Vi.distanceToSquared(e.center)<=e.radius*e.radius}intersectsPlane(e){let t,n;return e.normal.x>0?(t=e.normal.x*this.min.x,n=e.normal.x*this.max.x):(t=e.normal.x*this.max.x,n=e.normal.x*this.min.x),e.normal.y>0?(t+=e.normal.y*this.min.y,n+=e.normal.y*this.max.y):(t+=e.normal.y*this.max.y,n+=e.normal.y*this.min.y),e.normal.z>0?(t+=e.normal.z*this.min.z,n+=e.normal.z*this.max.z):(t+=e.normal.z*this.max.z,n+=e.normal.z*this.min.z),t<=-e.constant&&n>=-e.constant}intersectsTriangle(e){if(this.isEmpty())return!1;this.getCenter(ra),Rl.subVectors(this.max,ra),Qr.subVectors(e.a,ra),eo.subVectors(e.b,ra),to.subVectors(e.c,ra),Ws.subVectors(eo,Qr),Xs.subVectors(to,eo),dr.subVectors(Qr,to);let t=[0,-Ws.z,Ws.y,0,-Xs.z,Xs.y,0,-dr.z,dr.y,Ws.z,0,-Ws.x,Xs.z,0,-Xs.x,dr.z,0,-dr.x,-Ws.y,Ws.x,0,-Xs.y,Xs.x,0,-dr.y,dr.x,0];return!zu(t,Qr,eo,to,Rl)||(t=[1,0,0,0,1,0,0,0,1],!zu(t,Qr,eo,to,Rl))?!1:(Pl.crossVectors(Ws,Xs),t=[Pl.x,Pl.y,Pl.z],zu(t,Qr,eo,to,Rl))}clampPoint(e,t){return t.copy(e).clamp(this.min,this.max)}distanceToPoint(e){return this.clampPoint(e,Vi).distanceTo(e)}getBoundingSphere(e){return this.isEmpty()?e.makeEmpty():(this.getCenter(e.center),e.radius=this.getSize(Vi).length()*.5),e}intersect(e){return this.min.max(e.min),this.max.min(e.max),this.isEmpty()&&this.makeEmpty(),this}union(e){return this.min.min(e.min),this.max.max(e.max),this}applyMatrix4(e){return this.isEmpty()?this:(Ms[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(e),Ms[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(e),Ms[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(e),Ms[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(e),Ms[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(e),Ms[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(e),Ms[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(e),Ms[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(e),this.setFromPoints(Ms),this)}translate(e){return this.min.add(e),this.max.add(e),this}equals(e){return e.min.equals(this.min)&&e.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(e){return this.min.fromArray(e.min),this.max.fromArray(e.max),this}},Ms=[new $,new $,new $,new $,new $,new $,new $,new $],Vi=new $,Cl=new as,Qr=new $,eo=new $,to=new $,Ws=new $,Xs=new $,dr=new $,ra=new $,Rl=new $,Pl=new $,fr=new $;function zu(i,e,t,n,s){for(let r=0,o=i.length-3;r<=o;r+=3){fr.fromArray(i,r);let a=s.x*Math.abs(fr.x)+s.y*Math.abs(fr.y)+s.z*Math.abs(fr.z),l=e.dot(fr),c=t.dot(fr),h=n.dot(fr);if(Math.max(-Math.max(l,c,h),Math.min(l,c,h))>a)return!1}return!0}var xn=new $,Il=new Ke,Ty=0,gi=class extends Gi{constructor(e,t,n=!1){if(super(),Array.isArray(e))throw new TypeError("THREE.BufferAttribute: array should be a Typed Array.");this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:Ty++}),this.name="",this.array=e,this.itemSize=t,this.count=e!==void 0?e.length/t:0,this.normalized=n,this.usage=ig,this.updateRanges=[],this.gpuType=Wi,this.version=0,this._normalizationScale=e!==void 0?Pd(e):void 0}onUploadCallback(){}set needsUpdate(e){e===!0&&this.version++}setUsage(e){return this.usage=e,this}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}copy(e){return this.name=e.name,this.array=new e.array.constructor(e.array),this.itemSize=e.itemSize,this.count=e.count,this.normalized=e.normalized,this.usage=e.usage,this.gpuType=e.gpuType,this._normalizationScale=e._normalizationScale,this}copyAt(e,t,n){e*=this.itemSize,n*=t.itemSize;for(let s=0,r=this.itemSize;s<r;s++)this.array[e+s]=t.array[n+s];return this}copyArray(e){return this.array.set(e),this}applyMatrix3(e){if(this.itemSize===2)for(let t=0,n=this.count;t<n;t++)Il.fromBufferAttribute(this,t),Il.applyMatrix3(e),this.setXY(t,Il.x,Il.y);else if(this.itemSize===3)for(let t=0,n=this.count;t<n;t++)xn.fromBufferAttribute(this,t),xn.applyMatrix3(e),this.setXYZ(t,xn.x,xn.y,xn.z);return this}applyMatrix4(e){for(let t=0,n=this.count;t<n;t++)xn.fromBufferAttribute(this,t),xn.applyMatrix4(e),this.setXYZ(t,xn.x,xn.y,xn.z);return this}applyNormalMatrix(e){for(let t=0,n=this.count;t<n;t++)xn.fromBufferAttribute(this,t),xn.applyNormalMatrix(e),this.setXYZ(t,xn.x,xn.y,xn.z);return this}transformDirection(e){for(let t=0,n=this.count;t<n;t++)xn.fromBufferAttribute(this,t),xn.transformDirection(e),this.setXYZ(t,xn.x,xn.y,xn.z);return this}set(e,t=0){return this.array.set(e,t),this}getComponent(e,t){let n=this.array[e*this.itemSize+t];return this.normalized&&(n=this._denormalize(n)),n}setComponent(e,t,n){return this.normalized&&(n=this._normalize(n)),this.array[e*this.itemSize+t]=n,this}getX(e){let t=this.array[e*this.itemSize];return this.normalized&&(t=this._denormalize(t)),t}setX(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize]=t,this}getY(e){let t=this.array[e*this.itemSize+1];return this.normalized&&(t=this._denormalize(t)),t}setY(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+1]=t,this}getZ(e){let t=this.array[e*this.itemSize+2];return this.normalized&&(t=this._denormalize(t)),t}setZ(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+2]=t,this}getW(e){let t=this.array[e*this.itemSize+3];return this.normalized&&(t=this._denormalize(t)),t}setW(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+3]=t,this}setXY(e,t,n){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n)),this.array[e+0]=t,this.array[e+1]=n,this}setXYZ(e,t,n,s){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),s=this._normalize(s)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=s,this}setXYZW(e,t,n,s,r){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),s=this._normalize(s),r=this._normalize(r)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=s,this.array[e+3]=r,this}onUpload(e){return this.onUploadCallback=e,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let e={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return e.name=this.name,e.usage=this.usage,e.gpuType=this.gpuType,e}dispose(){this.dispatchEvent({type:"dispose"})}_denormalize(e){let t=this._normalizationScale;return t!==void 0?Math.max(e/t,-1):lg(e,this.array)}_normalize(e){let t=this._normalizationScale;return t!==void 0?Math.round(e*t):cg(e,this.array)}};var xa=class extends gi{constructor(e,t,n){super(new Uint16Array(e),t,n)}};var ya=class extends gi{constructor(e,t,n){super(new Uint32Array(e),t,n)}};var bn=class extends gi{constructor(e,t,n){super(new Float32Array(e),t,n)}},Ey=new as,oa=new $,Vu=new $,As=class{constructor(e=new $,t=-1){this.isSphere=!0,this.center=e,this.radius=t}set(e,t){return this.center.copy(e),this.radius=t,this}setFromPoints(e,t){let n=this.center;t!==void 0?n.copy(t):Ey.setFromPoints(e).getCenter(n);let s=0;for(let r=0,o=e.length;r<o;r++)s=Math.max(s,n.distanceToSquared(e[r]));return this.radius=Math.sqrt(s),this}copy(e){return this.center.copy(e.center),this.radius=e.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(e){return e.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(e){return e.distanceTo(this.center)-this.radius}intersectsSphere(e){let t=this.radius+e.radius;return e.center.distanceToSquared(this.center)<=t*t}intersectsBox(e){return e.intersectsSphere(this)}intersectsPlane(e){return Math.abs(e.distanceToPoint(this.center))<=this.radius}clampPoint(e,t){let n=this.center.distanceToSquared(e);return t.copy(e),n>this.radius*this.radius&&(t.sub(this.center).normalize(),t.multiplyScalar(this.radius).add(this.center)),t}getBoundingBox(e){return this.isEmpty()?(e.makeEmpty(),e):(e.set(this.center,this.center),e.expandByScalar(this.radius),e)}applyMatrix4(e){return this.center.applyMatrix4(e),this.radius=this.radius*e.getMaxScaleOnAxis(),this}translate(e){return this.center.add(e),this}expandByPoint(e){if(this.isEmpty())return this.center.copy(e),this.radius=0,this;oa.subVectors(e,this.center);let t=oa.lengthSq();if(t>this.radius*this.radius){let n=Math.sqrt(t),s=(n-this.radius)*.5;this.center.addScaledVector(oa,s/n),this.radius+=s}return this}union(e){return e.isEmpty()?this:this.isEmpty()?(this.copy(e),this):(this.center.equals(e.center)===!0?this.radius=Math.max(this.radius,e.radius):(Vu.subVectors(e.center,this.center).setLength(e.radius),this.expandByPoint(oa.copy(e.center).add(Vu)),this.expandByPoint(oa.copy(e.center).sub(Vu))),this)}equals(e){return e.center.equals(this.center)&&e.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(e){return this.radius=e.radius,this.center.fromArray(e.center),this}},Ay=0,Pi=new Wt,Gu=new Xn,no=new $,fi=new as,aa=new as,Nn=new $,yi=class i extends Gi{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:Ay++}),this.uuid=bo(),this.name="",this.type="BufferGeometry",this.index=null,this.indirect=null,this.indirectOffset=0,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={},this._transformed=!1}getIndex(){return this.index}setIndex(e){return Array.isArray(e)?this.index=new(jx(e)?ya:xa)(e,1):this.index=e,this}setIndirect(e,t=0){return this.indirect=e,this.indirectOffset=t,this}getIndirect(){return this.indirect}getAttribute(e){return this.attributes[e]}setAttribute(e,t){return this.attributes[e]=t,this}deleteAttribute(e){return delete this.attributes[e],this}hasAttribute(e){return this.attributes[e]!==void 0}addGroup(e,t,n=0){this.groups.push({start:e,count:t,materialIndex:n})}clearGroups(){this.groups=[]}setDrawRange(e,t){this.drawRange.start=e,this.drawRange.count=t}applyMatrix4(e){let t=this.attributes.position;t!==void 0&&(t.applyMatrix4(e),t.needsUpdate=!0);let n=this.attributes.normal;if(n!==void 0){let r=new it().getNormalMatrix(e);n.applyNormalMatrix(r),n.needsUpdate=!0}let s=this.attributes.tangent;return s!==void 0&&(s.transformDirection(e),s.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this._transformed=!0,this}applyQuaternion(e){return Pi.makeRotationFromQuaternion(e),this.applyMatrix4(Pi),this}rotateX(e){return Pi.makeRotationX(e),this.applyMatrix4(Pi),this}rotateY(e){return Pi.makeRotationY(e),this.applyMatrix4(Pi),this}rotateZ(e){return Pi.makeRotationZ(e),this.applyMatrix4(Pi),this}translate(e,t,n){return Pi.makeTranslation(e,t,n),this.applyMatrix4(Pi),this}scale(e,t,n){return Pi.makeScale(e,t,n),this.applyMatrix4(Pi),this}lookAt(e){return Gu.lookAt(e),Gu.updateMatrix(),this.applyMatrix4(Gu.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter(no).negate(),this.translate(no.x,no.y,no.z),this}setFromPoints(e){let t=this.getAttribute("position");if(t===void 0){let n=[];for(let s=0,r=e.length;s<r;s++){let o=e[s];n.push(o.x,o.y,o.z||0)}this.setAttribute("position",new bn(n,3))}else{let n=Math.min(e.length,t.count);for(let s=0;s<n;s++){let r=e[s];t.setXYZ(s,r.x,r.y,r.z||0)}e.length>t.count&&Ze("BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry."),t.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new as);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){tt("BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.",this),this.boundingBox.set(new $(-1/0,-1/0,-1/0),new $(1/0,1/0,1/0));return}if(e!==void 0){if(this.boundingBox.setFromBufferAttribute(e),t)for(let n=0,s=t.length;n<s;n++){let r=t[n];fi.setFromBufferAttribute(r),this.morphTargetsRelative?(Nn.addVectors(this.boundingBox.min,fi.min),this.boundingBox.expandByPoint(Nn),Nn.addVectors(this.boundingBox.max,fi.max),this.boundingBox.expandByPoint(Nn)):(this.boundingBox.expandByPoint(fi.min),this.boundingBox.expandByPoint(fi.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&tt('BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.',this)}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new As);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){tt("BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.",this),this.boundingSphere.set(new $,1/0);return}if(e){let n=this.boundingSphere.center;if(fi.setFromBufferAttribute(e),t)for(let r=0,o=t.length;r<o;r++){let a=t[r];aa.setFromBufferAttribute(a),this.morphTargetsRelative?(Nn.addVectors(fi.min,aa.min),fi.expandByPoint(Nn),Nn.addVectors(fi.max,aa.max),fi.expandByPoint(Nn)):(fi.expandByPoint(aa.min),fi.expandByPoint(aa.max))}fi.getCenter(n);let s=0;for(let r=0,o=e.count;r<o;r++)Nn.fromBufferAttribute(e,r),s=Math.max(s,n.distanceToSquared(Nn));if(t)for(let r=0,o=t.length;r<o;r++){let a=t[r],l=this.morphTargetsRelative;for(let c=0,h=a.count;c<h;c++)Nn.fromBufferAttribute(a,c),l&&(no.fromBufferAttribute(e,c),Nn.add(no)),s=Math.max(s,n.distanceToSquared(Nn))}this.boundingSphere.radius=Math.sqrt(s),isNaN(this.boundingSphere.radius)&&tt('BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.',this)}}computeTangents(){let e=this.index,t=this.attributes;if(e===null||t.position===void 0||t.normal===void 0||t.uv===void 0){tt("BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)");return}let n=t.position,s=t.normal,r=t.uv,o=this.getAttribute("tangent");(o===void 0||o.count!==n.count)&&(o=new gi(new Float32Array(4*n.count),4),this.setAttribute("tangent",o));let a=[],l=[],c=new Uint8Array(n.count);for(let V=0;V<n.count;V++)a[V]=new $,l[V]=new $;let h=new $,d=new $,u=new $,f=new Ke,g=new Ke,S=new Ke,m=new $,p=new $;function y(V,O,U){c[V]=c[O]=c[U]=1,h.fromBufferAttribute(n,V),d.fromBufferAttribute(n,O),u.fromBufferAttribute(n,U),f.fromBufferAttribute(r,V),g.fromBufferAttribute(r,O),S.fromBufferAttribute(r,U),d.sub(h),u.sub(h),g.sub(f),S.sub(f);let G=1/(g.x*S.y-S.x*g.y);isFinite(G)&&(m.copy(d).multiplyScalar(S.y).addScaledVector(u,-g.y).multiplyScalar(G),p.copy(u).multiplyScalar(g.x).addScaledVector(d,-S.x).multiplyScalar(G),a[V].add(m),a[O].add(m),a[U].add(m),l[V].add(p),l[O].add(p),l[U].add(p))}let R=this.groups;R.length===0&&(R=[{start:0,count:e.count}]);for(let V=0,O=R.length;V<O;++V){let U=R[V],G=U.start,X=U.count;for(let N=G,q=G+X;N<q;N+=3)y(e.getX(N+0),e.getX(N+1),e.getX(N+2))}let w=new $,I=new $,A=new $,x=new $;function E(V){A.fromBufferAttribute(s,V),x.copy(A);let O=a[V];w.copy(O),w.sub(A.multiplyScalar(A.dot(O))).normalize(),I.crossVectors(x,O);let G=I.dot(l[V])<0?-1:1;o.setXYZW(V,w.x,w.y,w.z,G)}for(let V=0,O=n.count;V<O;++V)c[V]&&E(V);this._transformed=!0}computeVertexNormals(){let e=this.index,t=this.getAttribute("position");if(t!==void 0){let n=this.getAttribute("normal");if(n===void 0||n.count!==t.count)n=new gi(new Float32Array(t.count*3),3),this.setAttribute("normal",n);else for(let u=0,f=n.count;u<f;u++)n.setXYZ(u,0,0,0);let s=new $,r=new $,o=new $,a=new $,l=new $,c=new $,h=new $,d=new $;if(e)for(let u=0,f=e.count;u<f;u+=3){let g=e.getX(u+0),S=e.getX(u+1),m=e.getX(u+2);s.fromBufferAttribute(t,g),r.fromBufferAttribute(t,S),o.fromBufferAttribute(t,m),h.subVectors(o,r),d.subVectors(s,r),h.cross(d),a.fromBufferAttribute(n,g),l.fromBufferAttribute(n,S),c.fromBufferAttribute(n,m),a.add(h),l.add(h),c.add(h),n.setXYZ(g,a.x,a.y,a.z),n.setXYZ(S,l.x,l.y,l.z),n.setXYZ(m,c.x,c.y,c.z)}else for(let u=0,f=t.count;u<f;u+=3)s.fromBufferAttribute(t,u+0),r.fromBufferAttribute(t,u+1),o.fromBufferAttribute(t,u+2),h.subVectors(o,r),d.subVectors(s,r),h.cross(d),n.setXYZ(u+0,h.x,h.y,h.z),n.setXYZ(u+1,h.x,h.y,h.z),n.setXYZ(u+2,h.x,h.y,h.z);this.normalizeNormals(),n.needsUpdate=!0}}normalizeNormals(){let e=this.attributes.normal;for(let t=0,n=e.count;t<n;t++)Nn.fromBufferAttribute(e,t),Nn.normalize(),e.setXYZ(t,Nn.x,Nn.y,Nn.z)}toNonIndexed(){function e(a,l){let c=a.array,h=a.itemSize,d=a.normalized,u=new c.constructor(l.length*h),f=0,g=0;for(let S=0,m=l.length;S<m;S++){a.isInterleavedBufferAttribute?f=l[S]*a.data.stride+a.offset:f=l[S]*h;for(let p=0;p<h;p++)u[g++]=c[f++]}return new gi(u,h,d)}if(this.index===null)return Ze("BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed."),this;let t=new i,n=this.index.array,s=this.attributes;for(let a in s){let l=s[a],c=e(l,n);t.setAttribute(a,c)}let r=this.morphAttributes;for(let a in r){let l=[],c=r[a];for(let h=0,d=c.length;h<d;h++){let u=c[h],f=e(u,n);l.push(f)}t.morphAttributes[a]=l}t.morphTargetsRelative=this.morphTargetsRelative;let o=this.groups;for(let a=0,l=o.length;a<l;a++){let c=o[a];t.addGroup(c.start,c.count,c.materialIndex)}return t}toJSON(){let e={metadata:{version:4.7,type:"BufferGeometry",generator:"BufferGeometry.toJSON"}};if(e.uuid=this.uuid,e.type=this.parameters!==void 0&&this._transformed===!0?"BufferGeometry":this.type,e.name=this.name,Object.keys(this.userData).length>0&&(e.userData=this.userData),this.parameters!==void 0&&this._transformed!==!0){let l=this.parameters;for(let c in l)l[c]!==void 0&&(e[c]=l[c]);return e}e.data={attributes:{}};let t=this.index;t!==null&&(e.data.index={type:t.array.constructor.name,array:Array.prototype.slice.call(t.array)});let n=this.attributes;for(let l in n){let c=n[l];e.data.attributes[l]=c.toJSON(e.data)}let s={},r=!1;for(let l in this.morphAttributes){let c=this.morphAttributes[l],h=[];for(let d=0,u=c.length;d<u;d++){let f=c[d];h.push(f.toJSON(e.data))}h.length>0&&(s[l]=h,r=!0)}r&&(e.data.morphAttributes=s,e.data.morphTargetsRelative=this.morphTargetsRelative);let o=this.groups;o.length>0&&(e.data.groups=JSON.parse(JSON.stringify(o)));let a=this.boundingSphere;return a!==null&&(e.data.boundingSphere=a.toJSON()),e}clone(){return new this.constructor().copy(this)}copy(e){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let t={};this.name=e.name;let n=e.index;n!==null&&this.setIndex(n.clone());let s=e.attributes;for(let c in s){let h=s[c];this.setAttribute(c,h.clone(t))}let r=e.morphAttributes;for(let c in r){let h=[],d=r[c];for(let u=0,f=d.length;u<f;u++)h.push(d[u].clone(t));this.morphAttributes[c]=h}this.morphTargetsRelative=e.morphTargetsRelative;let o=e.groups;for(let c=0,h=o.length;c<h;c++){let d=o[c];this.addGroup(d.start,d.count,d.materialIndex)}let a=e.boundingBox;a!==null&&(this.boundingBox=a.clone());let l=e.boundingSphere;return l!==null&&(this.boundingSphere=l.clone()),this.drawRange.start=e.drawRange.start,this.drawRange.count=e.drawRange.count,this.userData=e.userData,this._transformed=e._transformed,this}dispose(){this.dispatchEvent({type:"dispose"})}};var Hu=new $,Cy=new $,Ry=new it,mi=class{constructor(e=new $(1,0,0),t=0){this.isPlane=!0,this.normal=e,this.constant=t}set(e,t){return this.normal.copy(e),this.constant=t,this}setComponents(e,t,n,s){return this.normal.set(e,t,n),this.constant=s,this}setFromNormalAndCoplanarPoint(e,t){return this.normal.copy(e),this.constant=-t.dot(this.normal),this}setFromCoplanarPoints(e,t,n){let s=Hu.subVectors(n,t).cross(Cy.subVectors(e,t)).normalize();return this.setFromNormalAndCoplanarPoint(s,e),this}copy(e){return this.normal.copy(e.normal),this.constant=e.constant,this}normalize(){let e=1/this.normal.length();return this.normal.multiplyScalar(e),this.constant*=e,this}negate(){return this.constant*=-1,this.normal.negate(),this}distanceToPoint(e){return this.normal.dot(e)+this.constant}distanceToSphere(e){return this.distanceToPoint(e.center)-e.radius}projectPoint(e,t){return t.copy(e).addScaledVector(this.normal,-this.distanceToPoint(e))}intersectLine(e,t,n=!0){let s=e.delta(Hu),r=this.normal.dot(s);if(r===0)return this.distanceToPoint(e.start)===0?t.copy(e.start):null;let o=-(e.start.dot(this.normal)+this.constant)/r;return n===!0&&(o<0||o>1)?null:t.copy(e.start).addScaledVector(s,o)}intersectsLine(e){let t=this.distanceToPoint(e.start),n=this.distanceToPoint(e.end);return t<0&&n>0||n<0&&t>0}intersectsBox(e){return e.intersectsPlane(this)}intersectsSphere(e){return e.intersectsPlane(this)}coplanarPoint(e){return e.copy(this.normal).multiplyScalar(-this.constant)}applyMatrix4(e,t){let n=t||Ry.getNormalMatrix(e),s=this.coplanarPoint(Hu).applyMatrix4(e),r=this.normal.applyMatrix3(n).normalize();return this.constant=-s.dot(r),this}translate(e){return this.constant-=e.dot(this.normal),this}equals(e){return e.normal.equals(this.normal)&&e.constant===this.constant}clone(){return new this.constructor().copy(this)}toJSON(){return{normal:this.normal.toArray(),constant:this.constant}}fromJSON(e){return this.normal.fromArray(e.normal),this.constant=e.constant,this}},Py=0,Cs=class extends Gi{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:Py++}),this.uuid=bo(),this.name="",this.type="Material",this.blending=vo,this.side=tr,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=od,this.blendDst=ad,this.blendEquation=_r,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new _t(0,0,0),this.blendAlpha=0,this.depthFunc=ao,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=Km,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=$l,this.stencilZFail=$l,this.stencilZPass=$l,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(e){this._alphaTest>0!=e>0&&this.version++,this._alphaTest=e}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(e){if(e!==void 0)for(let t in e){let n=e[t];if(n===void 0){Ze(`Material: parameter '${t}' has value of undefined.`);continue}let s=this[t];if(s===void 0){Ze(`Material: '${t}' is not a property of THREE.${this.type}.`);continue}s&&s.isColor?s.set(n):s&&s.isVector2&&n&&n.isVector2||s&&s.isEuler&&n&&n.isEuler||s&&s.isVector3&&n&&n.isVector3?s.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";t&&(e={textures:{},images:{}});let n={metadata:{version:4.7,type:"Material",generator:"Material.toJSON"}};n.uuid=this.uuid,n.type=this.type,n.blending=this.blending,n.side=this.side,n.shadowSide=this.shadowSide,n.vertexColors=this.vertexColors,n.opacity=this.opacity,n.transparent=this.transparent,n.blendSrc=this.blendSrc,n.blendDst=this.blendDst,n.blendEquation=this.blendEquation,n.blendSrcAlpha=this.blendSrcAlpha,n.blendDstAlpha=this.blendDstAlpha,n.blendEquationAlpha=this.blendEquationAlpha,n.blendColor=this.blendColor.getHex(),n.blendAlpha=this.blendAlpha,n.depthFunc=this.depthFunc,n.depthTest=this.depthTest,n.depthWrite=this.depthWrite,n.colorWrite=this.colorWrite,n.clipIntersection=this.clipIntersection,n.clipShadows=this.clipShadows,n.stencilWriteMask=this.stencilWriteMask,n.stencilFunc=this.stencilFunc,n.stencilRef=this.stencilRef,n.stencilFuncMask=this.stencilFuncMask,n.stencilFail=this.stencilFail,n.stencilZFail=this.stencilZFail,n.stencilZPass=this.stencilZPass,n.stencilWrite=this.stencilWrite,n.polygonOffset=this.polygonOffset,n.polygonOffsetFactor=this.polygonOffsetFactor,n.polygonOffsetUnits=this.polygonOffsetUnits,n.dithering=this.dithering,n.alphaTest=this.alphaTest,n.alphaHash=this.alphaHash,n.alphaToCoverage=this.alphaToCoverage,n.premultipliedAlpha=this.premultipliedAlpha,n.forceSinglePass=this.forceSinglePass,n.allowOverride=this.allowOverride,n.visible=this.visible,n.toneMapped=this.toneMapped,n.name=this.name,this.color&&this.color.isColor&&(n.color=this.color.getHex()),this.roughness!==void 0&&(n.roughness=this.roughness),this.metalness!==void 0&&(n.metalness=this.metalness),this.sheen!==void 0&&(n.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(n.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(n.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(n.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&(n.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(n.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(n.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(n.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(n.shininess=this.shininess),this.clearcoat!==void 0&&(n.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(n.clearcoatRoughness=this.clearcoatRoughness),this.diffuseRoughness!==void 0&&(n.diffuseRoughness=this.diffuseRoughness),this.diffuseRoughnessMap&&this.diffuseRoughnessMap.isTexture&&(n.diffuseRoughnessMap=this.diffuseRoughnessMap.toJSON(e).uuid),this.clearcoatMap&&this.clearcoatMap.isTexture&&(n.clearcoatMap=this.clearcoatMap.toJSON(e).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(n.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(e).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(n.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(e).uuid,n.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(n.sheenColorMap=this.sheenColorMap.toJSON(e).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(n.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(e).uuid),this.dispersion!==void 0&&(n.dispersion=this.dispersion),this.retroreflectivity!==void 0&&(n.retroreflectivity=this.retroreflectivity),this.iridescence!==void 0&&(n.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(n.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessMinimum!==void 0&&(n.iridescenceThicknessMinimum=this.iridescenceThicknessMinimum),this.iridescenceThicknessMaximum!==void 0&&(n.iridescenceThicknessMaximum=this.iridescenceThicknessMaximum),this.iridescenceMap&&this.iridescenceMap.isTexture&&(n.iridescenceMap=this.iridescenceMap.toJSON(e).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(n.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(e).uuid),this.anisotropy!==void 0&&(n.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(n.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(n.anisotropyMap=this.anisotropyMap.toJSON(e).uuid),this.map&&this.map.isTexture&&(n.map=this.map.toJSON(e).uuid),this.matcap&&this.matcap.isTexture&&(n.matcap=this.matcap.toJSON(e).uuid),this.alphaMap&&this.alphaMap.isTexture&&(n.alphaMap=this.alphaMap.toJSON(e).uuid),this.lightMap&&this.lightMap.isTexture&&(n.lightMap=this.lightMap.toJSON(e).uuid,n.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(n.aoMap=this.aoMap.toJSON(e).uuid,n.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(n.bumpMap=this.bumpMap.toJSON(e).uuid,n.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(n.normalMap=this.normalMap.toJSON(e).uuid,n.normalMapType=this.normalMapType,n.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(n.displacementMap=this.displacementMap.toJSON(e).uuid,n.displacementScale=this.displacementScale,n.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(n.roughnessMap=this.roughnessMap.toJSON(e).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(n.metalnessMap=this.metalnessMap.toJSON(e).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(n.emissiveMap=this.emissiveMap.toJSON(e).uuid),this.specularMap&&this.specularMap.isTexture&&(n.specularMap=this.specularMap.toJSON(e).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(n.specularIntensityMap=this.specularIntensityMap.toJSON(e).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(n.specularColorMap=this.specularColorMap.toJSON(e).uuid),this.envMap&&this.envMap.isTexture&&(n.envMap=this.envMap.toJSON(e).uuid,this.combine!==void 0&&(n.combine=this.combine)),this.envMapRotation!==void 0&&(n.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(n.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(n.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(n.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(n.gradientMap=this.gradientMap.toJSON(e).uuid),this.transmission!==void 0&&(n.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(n.transmissionMap=this.transmissionMap.toJSON(e).uuid),this.thickness!==void 0&&(n.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(n.thicknessMap=this.thicknessMap.toJSON(e).uuid),this.attenuationDistance!==void 0&&(n.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(n.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(n.size=this.size),this.sizeAttenuation!==void 0&&(n.sizeAttenuation=this.sizeAttenuation),Array.isArray(this.clippingPlanes)&&this.clippingPlanes.length>0&&(n.clippingPlanes=this.clippingPlanes.map(r=>r.toJSON())),this.rotation!==void 0&&(n.rotation=this.rotation),this.depthPacking!==void 0&&(n.depthPacking=this.depthPacking),this.linewidth!==void 0&&(n.linewidth=this.linewidth),this.linecap!==void 0&&(n.linecap=this.linecap),this.linejoin!==void 0&&(n.linejoin=this.linejoin),this.dashSize!==void 0&&(n.dashSize=this.dashSize),this.gapSize!==void 0&&(n.gapSize=this.gapSize),this.scale!==void 0&&(n.scale=this.scale),this.wireframe!==void 0&&(n.wireframe=this.wireframe),this.wireframeLinewidth!==void 0&&(n.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!==void 0&&(n.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!==void 0&&(n.wireframeLinejoin=this.wireframeLinejoin),this.flatShading!==void 0&&(n.flatShading=this.flatShading),this.fog!==void 0&&(n.fog=this.fog),Object.keys(this.userData).length>0&&(n.userData=this.userData);function s(r){let o=[];for(let a in r){let l=r[a];delete l.metadata,o.push(l)}return o}if(t){let r=s(e.textures),o=s(e.images);r.length>0&&(n.textures=r),o.length>0&&(n.images=o)}return n}fromJSON(e,t){if(e.uuid!==void 0&&(this.uuid=e.uuid),e.name!==void 0&&(this.name=e.name),e.color!==void 0&&this.color!==void 0&&this.color.setHex(e.color),e.roughness!==void 0&&(this.roughness=e.roughness),e.metalness!==void 0&&(this.metalness=e.metalness),e.sheen!==void 0&&(this.sheen=e.sheen),e.sheenColor!==void 0&&(this.sheenColor=new _t().setHex(e.sheenColor)),e.sheenRoughness!==void 0&&(this.sheenRoughness=e.sheenRoughness),e.emissive!==void 0&&this.emissive!==void 0&&this.emissive.setHex(e.emissive),e.specular!==void 0&&this.specular!==void 0&&this.specular.setHex(e.specular),e.specularIntensity!==void 0&&(this.specularIntensity=e.specularIntensity),e.specularColor!==void 0&&this.specularColor!==void 0&&this.specularColor.setHex(e.specularColor),e.shininess!==void 0&&(this.shininess=e.shininess),e.clearcoat!==void 0&&(this.clearcoat=e.clearcoat),e.clearcoatRoughness!==void 0&&(this.clearcoatRoughness=e.clearcoatRoughness),e.diffuseRoughness!==void 0&&(this.diffuseRoughness=e.diffuseRoughness),e.dispersion!==void 0&&(this.dispersion=e.dispersion),e.retroreflectivity!==void 0&&(this.retroreflectivity=e.retroreflectivity),e.iridescence!==void 0&&(this.iridescence=e.iridescence),e.iridescenceIOR!==void 0&&(this.iridescenceIOR=e.iridescenceIOR),e.iridescenceThicknessMinimum!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessMinimum),e.iridescenceThicknessMaximum!==void 0&&(this.iridescenceThicknessMaximum=e.iridescenceThicknessMaximum),e.iridescenceThicknessRange!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessRange[0],this.iridescenceThicknessMaximum=e.iridescenceThicknessRange[1]),e.transmission!==void 0&&(this.transmission=e.transmission),e.thickness!==void 0&&(this.thickness=e.thickness),e.attenuationDistance!==void 0&&(this.attenuationDistance=e.attenuationDistance),e.attenuationColor!==void 0&&this.attenuationColor!==void 0&&this.attenuationColor.setHex(e.attenuationColor),e.anisotropy!==void 0&&(this.anisotropy=e.anisotropy),e.anisotropyRotation!==void 0&&(this.anisotropyRotation=e.anisotropyRotation),e.fog!==void 0&&(this.fog=e.fog),e.flatShading!==void 0&&(this.flatShading=e.flatShading),e.blending!==void 0&&(this.blending=e.blending),e.combine!==void 0&&(this.combine=e.combine),e.side!==void 0&&(this.side=e.side),e.shadowSide!==void 0&&(this.shadowSide=e.shadowSide),e.opacity!==void 0&&(this.opacity=e.opacity),e.transparent!==void 0&&(this.transparent=e.transparent),e.alphaTest!==void 0&&(this.alphaTest=e.alphaTest),e.alphaHash!==void 0&&(this.alphaHash=e.alphaHash),e.depthFunc!==void 0&&(this.depthFunc=e.depthFunc),e.depthTest!==void 0&&(this.depthTest=e.depthTest),e.depthWrite!==void 0&&(this.depthWrite=e.depthWrite),e.colorWrite!==void 0&&(this.colorWrite=e.colorWrite),e.clippingPlanes!==void 0&&(this.clippingPlanes=e.clippingPlanes.map(n=>new mi().fromJSON(n))),e.clipIntersection!==void 0&&(this.clipIntersection=e.clipIntersection),e.clipShadows!==void 0&&(this.clipShadows=e.clipShadows),e.depthPacking!==void 0&&(this.depthPacking=e.depthPacking),e.blendSrc!==void 0&&(this.blendSrc=e.blendSrc),e.blendDst!==void 0&&(this.blendDst=e.blendDst),e.blendEquation!==void 0&&(this.blendEquation=e.blendEquation),e.blendSrcAlpha!==void 0&&(this.blendSrcAlpha=e.blendSrcAlpha),e.blendDstAlpha!==void 0&&(this.blendDstAlpha=e.blendDstAlpha),e.blendEquationAlpha!==void 0&&(this.blendEquationAlpha=e.blendEquationAlpha),e.blendColor!==void 0&&this.blendColor!==void 0&&this.blendColor.setHex(e.blendColor),e.blendAlpha!==void 0&&(this.blendAlpha=e.blendAlpha),e.stencilWriteMask!==void 0&&(this.stencilWriteMask=e.stencilWriteMask),e.stencilFunc!==void 0&&(this.stencilFunc=e.stencilFunc),e.stencilRef!==void 0&&(this.stencilRef=e.stencilRef),e.stencilFuncMask!==void 0&&(this.stencilFuncMask=e.stencilFuncMask),e.stencilFail!==void 0&&(this.stencilFail=e.stencilFail),e.stencilZFail!==void 0&&(this.stencilZFail=e.stencilZFail),e.stencilZPass!==void 0&&(this.stencilZPass=e.stencilZPass),e.stencilWrite!==void 0&&(this.stencilWrite=e.stencilWrite),e.wireframe!==void 0&&(this.wireframe=e.wireframe),e.wireframeLinewidth!==void 0&&(this.wireframeLinewidth=e.wireframeLinewidth),e.wireframeLinecap!==void 0&&(this.wireframeLinecap=e.wireframeLinecap),e.wireframeLinejoin!==void 0&&(this.wireframeLinejoin=e.wireframeLinejoin),e.rotation!==void 0&&(this.rotation=e.rotation),e.linewidth!==void 0&&(this.linewidth=e.linewidth),e.linecap!==void 0&&(this.linecap=e.linecap),e.linejoin!==void 0&&(this.linejoin=e.linejoin),e.dashSize!==void 0&&(this.dashSize=e.dashSize),e.gapSize!==void 0&&(this.gapSize=e.gapSize),e.scale!==void 0&&(this.scale=e.scale),e.polygonOffset!==void 0&&(this.polygonOffset=e.polygonOffset),e.polygonOffsetFactor!==void 0&&(this.polygonOffsetFactor=e.polygonOffsetFactor),e.polygonOffsetUnits!==void 0&&(this.polygonOffsetUnits=e.polygonOffsetUnits),e.dithering!==void 0&&(this.dithering=e.dithering),e.alphaToCoverage!==void 0&&(this.alphaToCoverage=e.alphaToCoverage),e.premultipliedAlpha!==void 0&&(this.premultipliedAlpha=e.premultipliedAlpha),e.forceSinglePass!==void 0&&(this.forceSinglePass=e.forceSinglePass),e.allowOverride!==void 0&&(this.allowOverride=e.allowOverride),e.visible!==void 0&&(this.visible=e.visible),e.toneMapped!==void 0&&(this.toneMapped=e.toneMapped),e.userData!==void 0&&(this.userData=e.userData),e.vertexColors!==void 0&&(typeof e.vertexColors=="number"?this.vertexColors=e.vertexColors>0:this.vertexColors=e.vertexColors),e.size!==void 0&&(this.size=e.size),e.sizeAttenuation!==void 0&&(this.sizeAttenuation=e.sizeAttenuation),e.map!==void 0&&(this.map=t[e.map]||null),e.matcap!==void 0&&(this.matcap=t[e.matcap]||null),e.alphaMap!==void 0&&(this.alphaMap=t[e.alphaMap]||null),e.bumpMap!==void 0&&(this.bumpMap=t[e.bumpMap]||null),e.bumpScale!==void 0&&(this.bumpScale=e.bumpScale),e.normalMap!==void 0&&(this.normalMap=t[e.normalMap]||null),e.normalMapType!==void 0&&(this.normalMapType=e.normalMapType),e.normalScale!==void 0){let n=e.normalScale;Array.isArray(n)===!1&&(n=[n,n]),this.normalScale=new Ke().fromArray(n)}return e.displacementMap!==void 0&&(this.displacementMap=t[e.displacementMap]||null),e.displacementScale!==void 0&&(this.displacementScale=e.displacementScale),e.displacementBias!==void 0&&(this.displacementBias=e.displacementBias),e.roughnessMap!==void 0&&(this.roughnessMap=t[e.roughnessMap]||null),e.metalnessMap!==void 0&&(this.metalnessMap=t[e.metalnessMap]||null),e.emissiveMap!==void 0&&(this.emissiveMap=t[e.emissiveMap]||null),e.emissiveIntensity!==void 0&&(this.emissiveIntensity=e.emissiveIntensity),e.specularMap!==void 0&&(this.specularMap=t[e.specularMap]||null),e.specularIntensityMap!==void 0&&(this.specularIntensityMap=t[e.specularIntensityMap]||null),e.specularColorMap!==void 0&&(this.specularColorMap=t[e.specularColorMap]||null),e.envMap!==void 0&&(this.envMap=t[e.envMap]||null),e.envMapRotation!==void 0&&this.envMapRotation.fromArray(e.envMapRotation),e.envMapIntensity!==void 0&&(this.envMapIntensity=e.envMapIntensity),e.reflectivity!==void 0&&(this.reflectivity=e.reflectivity),e.refractionRatio!==void 0&&(this.refractionRatio=e.refractionRatio),e.lightMap!==void 0&&(this.lightMap=t[e.lightMap]||null),e.lightMapIntensity!==void 0&&(this.lightMapIntensity=e.lightMapIntensity),e.aoMap!==void 0&&(this.aoMap=t[e.aoMap]||null),e.aoMapIntensity!==void 0&&(this.aoMapIntensity=e.aoMapIntensity),e.gradientMap!==void 0&&(this.gradientMap=t[e.gradientMap]||null),e.clearcoatMap!==void 0&&(this.clearcoatMap=t[e.clearcoatMap]||null),e.clearcoatRoughnessMap!==void 0&&(this.clearcoatRoughnessMap=t[e.clearcoatRoughnessMap]||null),e.clearcoatNormalMap!==void 0&&(this.clearcoatNormalMap=t[e.clearcoatNormalMap]||null),e.clearcoatNormalScale!==void 0&&(this.clearcoatNormalScale=new Ke().fromArray(e.clearcoatNormalScale)),e.diffuseRoughnessMap!==void 0&&(this.diffuseRoughnessMap=t[e.diffuseRoughnessMap]||null),e.iridescenceMap!==void 0&&(this.iridescenceMap=t[e.iridescenceMap]||null),e.iridescenceThicknessMap!==void 0&&(this.iridescenceThicknessMap=t[e.iridescenceThicknessMap]||null),e.transmissionMap!==void 0&&(this.transmissionMap=t[e.transmissionMap]||null),e.thicknessMap!==void 0&&(this.thicknessMap=t[e.thicknessMap]||null),e.anisotropyMap!==void 0&&(this.anisotropyMap=t[e.anisotropyMap]||null),e.sheenColorMap!==void 0&&(this.sheenColorMap=t[e.sheenColorMap]||null),e.sheenRoughnessMap!==void 0&&(this.sheenRoughnessMap=t[e.sheenRoughnessMap]||null),this}clone(){return new this.constructor().copy(this)}copy(e){this.name=e.name,this.blending=e.blending,this.side=e.side,this.vertexColors=e.vertexColors,this.opacity=e.opacity,this.transparent=e.transparent,this.blendSrc=e.blendSrc,this.blendDst=e.blendDst,this.blendEquation=e.blendEquation,this.blendSrcAlpha=e.blendSrcAlpha,this.blendDstAlpha=e.blendDstAlpha,this.blendEquationAlpha=e.blendEquationAlpha,this.blendColor.copy(e.blendColor),this.blendAlpha=e.blendAlpha,this.depthFunc=e.depthFunc,this.depthTest=e.depthTest,this.depthWrite=e.depthWrite,this.stencilWriteMask=e.stencilWriteMask,this.stencilFunc=e.stencilFunc,this.stencilRef=e.stencilRef,this.stencilFuncMask=e.stencilFuncMask,this.stencilFail=e.stencilFail,this.stencilZFail=e.stencilZFail,this.stencilZPass=e.stencilZPass,this.stencilWrite=e.stencilWrite;let t=e.clippingPlanes,n=null;if(t!==null){let s=t.length;n=new Array(s);for(let r=0;r!==s;++r)n[r]=t[r].clone()}return this.clippingPlanes=n,this.clipIntersection=e.clipIntersection,this.clipShadows=e.clipShadows,this.shadowSide=e.shadowSide,this.colorWrite=e.colorWrite,this.precision=e.precision,this.polygonOffset=e.polygonOffset,this.polygonOffsetFactor=e.polygonOffsetFactor,this.polygonOffsetUnits=e.polygonOffsetUnits,this.dithering=e.dithering,this.alphaTest=e.alphaTest,this.alphaHash=e.alphaHash,this.alphaToCoverage=e.alphaToCoverage,this.premultipliedAlpha=e.premultipliedAlpha,this.forceSinglePass=e.forceSinglePass,this.allowOverride=e.allowOverride,this.visible=e.visible,this.toneMapped=e.toneMapped,this.userData=JSON.parse(JSON.stringify(e.userData)),this}dispose(){this.dispatchEvent({type:"dispose"})}set needsUpdate(e){e===!0&&this.version++}};var bs=new $,Wu=new $,Ll=new $,Dl=new $,$s=class{constructor(e=new $,t=new $(0,0,-1)){this.origin=e,this.direction=t}set(e,t){return this.origin.copy(e),this.direction.copy(t),this}copy(e){return this.origin.copy(e.origin),this.direction.copy(e.direction),this}at(e,t){return t.copy(this.origin).addScaledVector(this.direction,e)}lookAt(e){return this.direction.copy(e).sub(this.origin).normalize(),this}recast(e){return this.origin.copy(this.at(e,bs)),this}closestPointToPoint(e,t){t.subVectors(e,this.origin);let n=t.dot(this.direction);return n<0?t.copy(this.origin):t.copy(this.origin).addScaledVector(this.direction,n)}distanceToPoint(e){return Math.sqrt(this.distanceSqToPoint(e))}distanceSqToPoint(e){let t=bs.subVectors(e,this.origin).dot(this.direction);return t<0?this.origin.distanceToSquared(e):(bs.copy(this.origin).addScaledVector(this.direction,t),bs.distanceToSquared(e))}distanceSqToSegment(e,t,n,s){Wu.copy(e).add(t).multiplyScalar(.5),Ll.copy(t).sub(e).normalize(),Dl.copy(this.origin).sub(Wu);let r=e.distanceTo(t)*.5,o=-this.direction.dot(Ll),a=Dl.dot(this.direction),l=-Dl.dot(Ll),c=Dl.lengthSq(),h=Math.abs(1-o*o),d,u,f,g;if(h>0)if(d=o*l-a,u=o*a-l,g=r*h,d>=0)if(u>=-g)if(u<=g){let S=1/h;d*=S,u*=S,f=d*(d+o*u+2*a)+u*(o*d+u+2*l)+c}else u=r,d=Math.max(0,-(o*u+a)),f=-d*d+u*(u+2*l)+c;else u=-r,d=Math.max(0,-(o*u+a)),f=-d*d+u*(u+2*l)+c;else u<=-g?(d=Math.max(0,-(-o*r+a)),u=d>0?-r:Math.min(Math.max(-r,-l),r),f=-d*d+u*(u+2*l)+c):u<=g?(d=0,u=Math.min(Math.max(-r,-l),r),f=u*(u+2*l)+c):(d=Math.max(0,-(o*r+a)),u=d>0?r:Math.min(Math.max(-r,-l),r),f=-d*d+u*(u+2*l)+c);else u=o>0?-r:r,d=Math.max(0,-(o*u+a)),f=-d*d+u*(u+2*l)+c;return n&&n.copy(this.origin).addScaledVector(this.direction,d),s&&s.copy(Wu).addScaledVector(Ll,u),f}intersectSphere(e,t){if(e.radius<0)return null;bs.subVectors(e.center,this.origin);let n=bs.dot(this.direction),s=bs.dot(bs)-n*n,r=e.radius*e.radius;if(s>r)return null;let o=Math.sqrt(r-s),a=n-o,l=n+o;return l<0?null:a<0?this.at(l,t):this.at(a,t)}intersectsSphere(e){return e.radius<0?!1:this.distanceSqToPoint(e.center)<=e.radius*e.radius}distanceToPlane(e){let t=e.normal.dot(this.direction);if(t===0)return e.distanceToPoint(this.origin)===0?0:null;let n=-(this.origin.dot(e.normal)+e.constant)/t;return n>=0?n:null}intersectPlane(e,t){let n=this.distanceToPlane(e);return n===null?null:this.at(n,t)}intersectsPlane(e){let t=e.distanceToPoint(this.origin);return t===0||e.normal.dot(this.direction)*t<0}intersectBox(e,t){let n,s,r,o,a,l,c=1/this.direction.x,h=1/this.direction.y,d=1/this.direction.z,u=this.origin;return c>=0?(n=(e.min.x-u.x)*c,s=(e.max.x-u.x)*c):(n=(e.max.x-u.x)*c,s=(e.min.x-u.x)*c),h>=0?(r=(e.min.y-u.y)*h,o=(e.max.y-u.y)*h):(r=(e.max.y-u.y)*h,o=(e.min.y-u.y)*h),n>o||r>s||((r>n||isNaN(n))&&(n=r),(o<s||isNaN(s))&&(s=o),d>=0?(a=(e.min.z-u.z)*d,l=(e.max.z-u.z)*d):(a=(e.max.z-u.z)*d,l=(e.min.z-u.z)*d),n>l||a>s)||((a>n||n!==n)&&(n=a),(l<s||s!==s)&&(s=l),s<0)?null:this.at(n>=0?n:s,t)}intersectsBox(e){return this.intersectBox(e,bs)!==null}intersectTriangle(e,t,n,s,r){let o=this.origin,a=this.direction,l=a.x,c=a.y,h=a.z,d=e.x-o.x,u=e.y-o.y,f=e.z-o.z,g=t.x-o.x,S=t.y-o.y,m=t.z-o.z,p=n.x-o.x,y=n.y-o.y,R=n.z-o.z,w=Math.abs(l),I=Math.abs(c),A=Math.abs(h),x,E,V,O,U,G,X,N,q,J,W,ue;if(w>=I&&w>=A?(V=l,G=d,q=g,ue=p,l>=0?(x=c,E=h,O=u,U=f,X=S,N=m,J=y,W=R):(x=h,E=c,O=f,U=u,X=m,N=S,J=R,W=y)):I>=A?(V=c,G=u,q=S,ue=y,c>=0?(x=h,E=l,O=f,U=d,X=m,N=g,J=R,W=p):(x=l,E=h,O=d,U=f,X=g,N=m,J=p,W=R)):(V=h,G=f,q=m,ue=R,h>=0?(x=l,E=c,O=d,U=u,X=g,N=S,J=p,W=y):(x=c,E=l,O=u,U=d,X=S,N=g,J=y,W=p)),V===0)return null;let Q=x/V,te=E/V,oe=1/V,pe=O-Q*G,fe=U-te*G,ne=X-Q*q,_e=N-te*q,ve=J-Q*ue,Re=W-te*ue,we=ve*_e-Re*ne,qe=pe*Re-fe*ve,ot=ne*fe-_e*pe;if(s){if(we<0||qe<0||ot<0)return null}else if((we<0||qe<0||ot<0)&&(we>0||qe>0||ot>0))return null;let We=we+qe+ot;if(We===0)return null;let dt=oe*(we*G+qe*q+ot*ue);return(We>0?dt<0:dt>0)?null:this.at(dt/We,r)}applyMatrix4(e){return this.origin.applyMatrix4(e),this.direction.transformDirection(e),this}equals(e){return e.origin.equals(this.origin)&&e.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},lc=class extends Cs{constructor(e){super(),this.isMeshBasicMaterial=!0,this.type="MeshBasicMaterial",this.color=new _t(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new Es,this.combine=Pc,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.fog=e.fog,this}},lm=new Wt,pr=new $s,Nl=new As,cm=new $,Ul=new $,Ol=new $,Fl=new $,Xu=new $,Bl=new $,hm=new $,kl=new $,vi=class extends Xn{constructor(e=new yi,t=new lc){super(),this.isMesh=!0,this.type="Mesh",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}updateMorphTargets(){let t=this.geometry.morphAttributes,n=Object.keys(t);if(n.length>0){let s=t[n[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let r=0,o=s.length;r<o;r++){let a=s[r].name||String(r);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=r}}}}getVertexPosition(e,t){let n=this.geometry,s=n.attributes.position,r=n.morphAttributes.position,o=n.morphTargetsRelative;t.fromBufferAttribute(s,e);let a=this.morphTargetInfluences;if(r&&a){Bl.set(0,0,0);for(let l=0,c=r.length;l<c;l++){let h=a[l],d=r[l];h!==0&&(Xu.fromBufferAttribute(d,e),o?Bl.addScaledVector(Xu,h):Bl.addScaledVector(Xu.sub(t),h))}t.add(Bl)}return t}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let n=this.geometry,s=this.material,r=this.matrixWorld;s!==void 0&&(n.boundingSphere===null&&n.computeBoundingSphere(),Nl.copy(n.boundingSphere),Nl.applyMatrix4(r),pr.copy(e.ray).recast(e.near),!(Nl.containsPoint(pr.origin)===!1&&(pr.intersectSphere(Nl,cm)===null||pr.origin.distanceToSquared(cm)>(e.far-e.near)**2))&&(lm.copy(r).invert(),pr.copy(e.ray).applyMatrix4(lm),!(n.boundingBox!==null&&pr.intersectsBox(n.boundingBox)===!1)&&this._computeIntersections(e,t,pr)))}_computeIntersections(e,t,n){let s,r=this.geometry,o=this.material,a=r.index,l=r.attributes.position,c=r.attributes.uv,h=r.attributes.uv1,d=r.attributes.normal,u=r.groups,f=r.drawRange;if(a!==null)if(Array.isArray(o))for(let g=0,S=u.length;g<S;g++){let m=u[g],p=o[m.materialIndex],y=Math.max(m.start,f.start),R=Math.min(a.count,Math.min(m.start+m.count,f.start+f.count));for(let w=y,I=R;w<I;w+=3){let A=a.getX(w),x=a.getX(w+1),E=a.getX(w+2);s=zl(this,p,e,n,c,h,d,A,x,E),s&&(s.faceIndex=Math.floor(w/3),s.face.materialIndex=m.materialIndex,t.push(s))}}else{let g=Math.max(0,f.start),S=Math.min(a.count,f.start+f.count);for(let m=g,p=S;m<p;m+=3){let y=a.getX(m),R=a.getX(m+1),w=a.getX(m+2);s=zl(this,o,e,n,c,h,d,y,R,w),s&&(s.faceIndex=Math.floor(m/3),t.push(s))}}else if(l!==void 0)if(Array.isArray(o))for(let g=0,S=u.length;g<S;g++){let m=u[g],p=o[m.materialIndex],y=Math.max(m.start,f.start),R=Math.min(l.count,Math.min(m.start+m.count,f.start+f.count));for(let w=y,I=R;w<I;w+=3){let A=w,x=w+1,E=w+2;s=zl(this,p,e,n,c,h,d,A,x,E),s&&(s.faceIndex=Math.floor(w/3),s.face.materialIndex=m.materialIndex,t.push(s))}}else{let g=Math.max(0,f.start),S=Math.min(l.count,f.start+f.count);for(let m=g,p=S;m<p;m+=3){let y=m,R=m+1,w=m+2;s=zl(this,o,e,n,c,h,d,y,R,w),s&&(s.faceIndex=Math.floor(m/3),t.push(s))}}}};function Iy(i,e,t,n,s,r,o,a){let l;if(e.side===ti?l=n.intersectTriangle(o,r,s,!0,a):l=n.intersectTriangle(s,r,o,e.side===tr,a),l===null)return null;kl.copy(a),kl.applyMatrix4(i.matrixWorld);let c=t.ray.origin.distanceTo(kl);return c<t.near||c>t.far?null:{distance:c,point:kl.clone(),object:i}}function zl(i,e,t,n,s,r,o,a,l,c){i.getVertexPosition(a,Ul),i.getVertexPosition(l,Ol),i.getVertexPosition(c,Fl);let h=Iy(i,e,t,n,Ul,Ol,Fl,hm);if(h){let d=new $;Ys.getBarycoord(hm,Ul,Ol,Fl,d),s&&(h.uv=Ys.getInterpolatedAttribute(s,a,l,c,d,new Ke)),r&&(h.uv1=Ys.getInterpolatedAttribute(r,a,l,c,d,new Ke)),o&&(h.normal=Ys.getInterpolatedAttribute(o,a,l,c,d,new $),h.normal.dot(n.direction)>0&&h.normal.multiplyScalar(-1));let u={a,b:l,c,normal:new $,materialIndex:0};Ys.getNormal(Ul,Ol,Fl,u.normal),h.face=u,h.barycoord=d}return h}var cc=class extends si{constructor(e=null,t=1,n=1,s,r,o,a,l,c=Un,h=Un,d,u){super(null,o,a,l,c,h,s,r,d,u),this.isDataTexture=!0,this.image={data:e,width:t,height:n},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}};var mr=new As,Ly=new Ke(.5,.5),Vl=new $,Zs=class{constructor(e=new mi,t=new mi,n=new mi,s=new mi,r=new mi,o=new mi){this.planes=[e,t,n,s,r,o]}set(e,t,n,s,r,o){let a=this.planes;return a[0].copy(e),a[1].copy(t),a[2].copy(n),a[3].copy(s),a[4].copy(r),a[5].copy(o),this}copy(e){let t=this.planes;for(let n=0;n<6;n++)t[n].copy(e.planes[n]);return this}setFromProjectionMatrix(e,t=Ii,n=!1){let s=this.planes,r=e.elements,o=r[0],a=r[1],l=r[2],c=r[3],h=r[4],d=r[5],u=r[6],f=r[7],g=r[8],S=r[9],m=r[10],p=r[11],y=r[12],R=r[13],w=r[14],I=r[15];if(s[0].setComponents(c-o,f-h,p-g,I-y).normalize(),s[1].setComponents(c+o,f+h,p+g,I+y).normalize(),s[2].setComponents(c+a,f+d,p+S,I+R).normalize(),s[3].setComponents(c-a,f-d,p-S,I-R).normalize(),n)s[4].setComponents(l,u,m,w).normalize(),s[5].setComponents(c-l,f-u,p-m,I-w).normalize();else if(s[4].setComponents(c-l,f-u,p-m,I-w).normalize(),t===Ii)s[5].setComponents(c+l,f+u,p+m,I+w).normalize();else if(t===lo)s[5].setComponents(l,u,m,w).normalize();else throw new Error("THREE.Frustum.setFromProjectionMatrix(): Invalid coordinate system: "+t);return this}intersectsObject(e){if(e.boundingSphere!==void 0)e.boundingSphere===null&&e.computeBoundingSphere(),mr.copy(e.boundingSphere).applyMatrix4(e.matrixWorld);else{let t=e.geometry;t.boundingSphere===null&&t.computeBoundingSphere(),mr.copy(t.boundingSphere).applyMatrix4(e.matrixWorld)}return this.intersectsSphere(mr)}intersectsSprite(e){mr.center.set(0,0,0);let t=Ly.distanceTo(e.center);return mr.radius=.7071067811865476+t,mr.applyMatrix4(e.matrixWorld),this.intersectsSphere(mr)}intersectsSphere(e){let t=this.planes,n=e.center,s=-e.radius;for(let r=0;r<6;r++)if(t[r].distanceToPoint(n)<s)return!1;return!0}intersectsBox(e){let t=this.planes;for(let n=0;n<6;n++){let s=t[n];if(Vl.x=s.normal.x>0?e.max.x:e.min.x,Vl.y=s.normal.y>0?e.max.y:e.min.y,Vl.z=s.normal.z>0?e.max.z:e.min.z,s.distanceToPoint(Vl)<0)return!1}return!0}containsPoint(e){let t=this.planes;for(let n=0;n<6;n++)if(t[n].distanceToPoint(e)<0)return!1;return!0}clone(){return new this.constructor().copy(this)}},um=new Wt,hc=class i{constructor(){this.coordinateSystem=Ii,this._frustums=[],this._count=0}setFromArrayCamera(e){let t=e.cameras,n=this._frustums;for(let s=0;s<t.length;s++){let r=t[s];um.multiplyMatrices(r.projectionMatrix,r.matrixWorldInverse),n[s]===void 0&&(n[s]=new Zs),n[s].setFromProjectionMatrix(um,r.coordinateSystem,r.reversedDepth)}return this._count=t.length,this}getFrustum(e){return this._frustums[e]}intersectsObject(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsObject(e))return!0;return!1}intersectsSprite(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSprite(e))return!0;return!1}intersectsSphere(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSphere(e))return!0;return!1}intersectsBox(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsBox(e))return!0;return!1}containsPoint(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].containsPoint(e))return!0;return!1}copy(e){this.coordinateSystem=e.coordinateSystem;let t=this._frustums,n=e._frustums;for(let s=0;s<e._count;s++)t[s]===void 0&&(t[s]=new Zs),t[s].copy(n[s]);return this._count=e._count,this}clone(){return new i().copy(this)}};var va=class extends Cs{constructor(e){super(),this.isLineBasicMaterial=!0,this.type="LineBasicMaterial",this.color=new _t(16777215),this.map=null,this.linewidth=1,this.linecap="round",this.linejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.linewidth=e.linewidth,this.linecap=e.linecap,this.linejoin=e.linejoin,this.fog=e.fog,this}},uc=new $,dc=new $,dm=new Wt,la=new $s,Gl=new As,qu=new $,fm=new $,fc=class extends Xn{constructor(e=new yi,t=new va){super(),this.isLine=!0,this.type="Line",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,n=[0];for(let s=1,r=t.count;s<r;s++)uc.fromBufferAttribute(t,s-1),dc.fromBufferAttribute(t,s),n[s]=n[s-1],n[s]+=uc.distanceTo(dc);e.setAttribute("lineDistance",new bn(n,1))}else Ze("Line.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let n=this.geometry,s=this.matrixWorld,r=e.params.Line.threshold,o=n.drawRange;if(n.boundingSphere===null&&n.computeBoundingSphere(),Gl.copy(n.boundingSphere),Gl.applyMatrix4(s),Gl.radius+=r,e.ray.intersectsSphere(Gl)===!1)return;dm.copy(s).invert(),la.copy(e.ray).applyMatrix4(dm);let a=r/((this.scale.x+this.scale.y+this.scale.z)/3),l=a*a,c=this.isLineSegments?2:1,h=n.index,u=n.attributes.position;if(h!==null){let f=Math.max(0,o.start),g=Math.min(h.count,o.start+o.count);for(let S=f,m=g-1;S<m;S+=c){let p=h.getX(S),y=h.getX(S+1),R=Hl(this,e,la,l,p,y,S);R&&t.push(R)}if(this.isLineLoop){let S=h.getX(g-1),m=h.getX(f),p=Hl(this,e,la,l,S,m,g-1);p&&t.push(p)}}else{let f=Math.max(0,o.start),g=Math.min(u.count,o.start+o.count);for(let S=f,m=g-1;S<m;S+=c){let p=Hl(this,e,la,l,S,S+1,S);p&&t.push(p)}if(this.isLineLoop){let S=Hl(this,e,la,l,g-1,f,g-1);S&&t.push(S)}}}updateMorphTargets(){let t=this.geometry.morphAttributes,n=Object.keys(t);if(n.length>0){let s=t[n[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let r=0,o=s.length;r<o;r++){let a=s[r].name||String(r);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=r}}}}};function Hl(i,e,t,n,s,r,o){let a=i.geometry.attributes.position;if(uc.fromBufferAttribute(a,s),dc.fromBufferAttribute(a,r),t.distanceSqToSegment(uc,dc,qu,fm)>n)return;qu.applyMatrix4(i.matrixWorld);let c=e.ray.origin.distanceTo(qu);if(!(c<e.near||c>e.far))return{distance:c,point:fm.clone().applyMatrix4(i.matrixWorld),index:o,face:null,faceIndex:null,barycoord:null,object:i}}var pm=new $,mm=new $,pc=class extends fc{constructor(e,t){super(e,t),this.isLineSegments=!0,this.type="LineSegments"}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,n=[];for(let s=0,r=t.count;s<r;s+=2)pm.fromBufferAttribute(t,s),mm.fromBufferAttribute(t,s+1),n[s]=s===0?0:n[s-1],n[s+1]=n[s]+pm.distanceTo(mm);e.setAttribute("lineDistance",new bn(n,1))}else Ze("LineSegments.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}};var Sa=class extends si{constructor(e=[],t=xr,n,s,r,o,a,l,c,h){super(e,t,n,s,r,o,a,l,c,h),this.isCubeTexture=!0,this.flipY=!1}get images(){return this.image}set images(e){this.image=e}};var Rs=class extends si{constructor(e,t,n=Hi,s,r,o,a=Un,l=Un,c,h=Ts,d=1){if(h!==Ts&&h!==Is)throw new Error("THREE.DepthTexture: format must be either THREE.DepthFormat or THREE.DepthStencilFormat");let u={width:e,height:t,depth:d};super(u,s,r,o,a,l,h,n,c),this.isDepthTexture=!0,this.flipY=!1,this.generateMipmaps=!1,this.compareFunction=null}copy(e){return super.copy(e),this.source=new uo(Object.assign({},e.image)),this.compareFunction=e.compareFunction,this}toJSON(e){let t=super.toJSON(e);return t.compareFunction=this.compareFunction,t}},Ma=class extends Rs{constructor(e,t=Hi,n=xr,s,r,o=Un,a=Un,l,c=Ts){let h={width:e,height:e,depth:1},d=[h,h,h,h,h,h];super(e,e,t,n,s,r,o,a,l,c),this.image=d,this.isCubeDepthTexture=!0,this.isCubeTexture=!0}get images(){return this.image}set images(e){this.image=e}},ba=class extends si{constructor(e=null){super(),this.sourceTexture=e,this.isExternalTexture=!0}copy(e){return super.copy(e),this.sourceTexture=e.sourceTexture,this}},mo=class i extends yi{constructor(e=1,t=1,n=1,s=1,r=1,o=1){super(),this.type="BoxGeometry",this.parameters={width:e,height:t,depth:n,widthSegments:s,heightSegments:r,depthSegments:o};let a=this;s=Math.floor(s),r=Math.floor(r),o=Math.floor(o);let l=[],c=[],h=[],d=[],u=0,f=0;g("z","y","x",-1,-1,n,t,e,o,r,0),g("z","y","x",1,-1,n,t,-e,o,r,1),g("x","z","y",1,1,e,n,t,s,o,2),g("x","z","y",1,-1,e,n,-t,s,o,3),g("x","y","z",1,-1,e,t,n,s,r,4),g("x","y","z",-1,-1,e,t,-n,s,r,5),this.setIndex(l),this.setAttribute("position",new bn(c,3)),this.setAttribute("normal",new bn(h,3)),this.setAttribute("uv",new bn(d,2));function g(S,m,p,y,R,w,I,A,x,E,V){let O=w/x,U=I/E,G=w/2,X=I/2,N=A/2,q=x+1,J=E+1,W=0,ue=0,Q=new $;for(let te=0;te<J;te++){let oe=te*U-X;for(let pe=0;pe<q;pe++){let fe=pe*O-G;Q[S]=fe*y,Q[m]=oe*R,Q[p]=N,c.push(Q.x,Q.y,Q.z),Q[S]=0,Q[m]=0,Q[p]=A>0?1:-1,h.push(Q.x,Q.y,Q.z),d.push(pe/x),d.push(1-te/E),W+=1}}for(let te=0;te<E;te++)for(let oe=0;oe<x;oe++){let pe=u+oe+q*te,fe=u+oe+q*(te+1),ne=u+(oe+1)+q*(te+1),_e=u+(oe+1)+q*te;l.push(pe,fe,_e),l.push(fe,ne,_e),ue+=6}a.addGroup(f,ue,V),f+=ue,u+=W}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.depth,e.widthSegments,e.heightSegments,e.depthSegments)}};var wa=class i extends yi{constructor(e=1,t=1,n=1,s=32,r=1,o=!1,a=0,l=Math.PI*2){super(),this.type="CylinderGeometry",this.parameters={radiusTop:e,radiusBottom:t,height:n,radialSegments:s,heightSegments:r,openEnded:o,thetaStart:a,thetaLength:l};let c=this;s=Math.floor(s),r=Math.floor(r);let h=[],d=[],u=[],f=[],g=0,S=[],m=n/2,p=0;y(),o===!1&&(e>0&&R(!0),t>0&&R(!1)),this.setIndex(h),this.setAttribute("position",new bn(d,3)),this.setAttribute("normal",new bn(u,3)),this.setAttribute("uv",new bn(f,2));function y(){let w=new $,I=new $,A=0,x=(t-e)/n;for(let E=0;E<=r;E++){let V=[],O=E/r,U=O*(t-e)+e;for(let G=0;G<=s;G++){let X=G/s,N=X*l+a,q=Math.sin(N),J=Math.cos(N);I.x=U*q,I.y=-O*n+m,I.z=U*J,d.push(I.x,I.y,I.z),w.set(q,x,J).normalize(),u.push(w.x,w.y,w.z),f.push(X,1-O),V.push(g++)}S.push(V)}for(let E=0;E<s;E++)for(let V=0;V<r;V++){let O=S[V][E],U=S[V+1][E],G=S[V+1][E+1],X=S[V][E+1];(e>0||V!==0)&&(h.push(O,U,X),A+=3),(t>0||V!==r-1)&&(h.push(U,G,X),A+=3)}c.addGroup(p,A,0),p+=A}function R(w){let I=g,A=new Ke,x=new $,E=0,V=w===!0?e:t,O=w===!0?1:-1;for(let G=1;G<=s;G++)d.push(0,m*O,0),u.push(0,O,0),f.push(.5,.5),g++;let U=g;for(let G=0;G<=s;G++){let N=G/s*l+a,q=Math.cos(N),J=Math.sin(N);x.x=V*J,x.y=m*O,x.z=V*q,d.push(x.x,x.y,x.z),u.push(0,O,0),A.x=q*.5+.5,A.y=J*.5*O+.5,f.push(A.x,A.y),g++}for(let G=0;G<s;G++){let X=I+G,N=U+G;w===!0?h.push(N,N+1,X):h.push(N+1,N,X),E+=3}c.addGroup(p,E,w===!0?1:2),p+=E}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.radiusTop,e.radiusBottom,e.height,e.radialSegments,e.heightSegments,e.openEnded,e.thetaStart,e.thetaLength)}};var Ta=class i extends yi{constructor(e=1,t=1,n=1,s=1){super(),this.type="PlaneGeometry",this.parameters={width:e,height:t,widthSegments:n,heightSegments:s};let r=e/2,o=t/2,a=Math.floor(n),l=Math.floor(s),c=a+1,h=l+1,d=e/a,u=t/l,f=[],g=[],S=[],m=[];for(let p=0;p<h;p++){let y=p*u-o;for(let R=0;R<c;R++){let w=R*d-r;g.push(w,-y,0),S.push(0,0,1),m.push(R/a),m.push(1-p/l)}}for(let p=0;p<l;p++)for(let y=0;y<a;y++){let R=y+c*p,w=y+c*(p+1),I=y+1+c*(p+1),A=y+1+c*p;f.push(R,w,A),f.push(w,I,A)}this.setIndex(f),this.setAttribute("position",new bn(g,3)),this.setAttribute("normal",new bn(S,3)),this.setAttribute("uv",new bn(m,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.widthSegments,e.heightSegments)}};function vr(i){let e={};for(let t in i){e[t]={};for(let n in i[t]){let s=i[t][n];if(gm(s))s.isRenderTargetTexture?(Ze("UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms()."),e[t][n]=null):e[t][n]=s.clone();else if(Array.isArray(s))if(gm(s[0])){let r=[];for(let o=0,a=s.length;o<a;o++)r[o]=s[o].clone();e[t][n]=r}else e[t][n]=s.slice();else e[t][n]=s}}return e}function qn(i){let e={};for(let t=0;t<i.length;t++){let n=vr(i[t]);for(let s in n)e[s]=n[s]}return e}function gm(i){return i&&(i.isColor||i.isMatrix3||i.isMatrix4||i.isVector2||i.isVector3||i.isVector4||i.isTexture||i.isQuaternion)}function Dy(i){let e=[];for(let t=0;t<i.length;t++)e.push(i[t].clone());return e}function Ld(i){let e=i.getRenderTarget();return e===null?i.outputColorSpace:e.isXRRenderTarget===!0?e.texture.colorSpace:bt.workingColorSpace}var ug={clone:vr,merge:qn},Ny=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,Uy=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,ls=class extends Cs{constructor(e){super(),this.isShaderMaterial=!0,this.type="ShaderMaterial",this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=Ny,this.fragmentShader=Uy,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,e!==void 0&&this.setValues(e)}copy(e){return super.copy(e),this.fragmentShader=e.fragmentShader,this.vertexShader=e.vertexShader,this.uniforms=vr(e.uniforms),this.uniformsGroups=Dy(e.uniformsGroups),this.defines=Object.assign({},e.defines),this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.fog=e.fog,this.lights=e.lights,this.clipping=e.clipping,this.extensions=Object.assign({},e.extensions),this.glslVersion=e.glslVersion,this.defaultAttributeValues=Object.assign({},e.defaultAttributeValues),this.index0AttributeName=e.index0AttributeName,this.uniformsNeedUpdate=e.uniformsNeedUpdate,this}toJSON(e){let t=super.toJSON(e);t.glslVersion=this.glslVersion,t.uniforms={};for(let s in this.uniforms){let o=this.uniforms[s].value;o&&o.isTexture?t.uniforms[s]={type:"t",value:o.toJSON(e).uuid}:o&&o.isColor?t.uniforms[s]={type:"c",value:o.getHex()}:o&&o.isVector2?t.uniforms[s]={type:"v2",value:o.toArray()}:o&&o.isVector3?t.uniforms[s]={type:"v3",value:o.toArray()}:o&&o.isVector4?t.uniforms[s]={type:"v4",value:o.toArray()}:o&&o.isMatrix3?t.uniforms[s]={type:"m3",value:o.toArray()}:o&&o.isMatrix4?t.uniforms[s]={type:"m4",value:o.toArray()}:t.uniforms[s]={value:o}}Object.keys(this.defines).length>0&&(t.defines=this.defines),t.vertexShader=this.vertexShader,t.fragmentShader=this.fragmentShader,t.lights=this.lights,t.clipping=this.clipping;let n={};for(let s in this.extensions)this.extensions[s]===!0&&(n[s]=!0);return Object.keys(n).length>0&&(t.extensions=n),t}fromJSON(e,t){if(super.fromJSON(e,t),e.uniforms!==void 0)for(let n in e.uniforms){let s=e.uniforms[n];switch(this.uniforms[n]={},s.type){case"t":this.uniforms[n].value=t[s.value]||null;break;case"c":this.uniforms[n].value=new _t().setHex(s.value);break;case"v2":this.uniforms[n].value=new Ke().fromArray(s.value);break;case"v3":this.uniforms[n].value=new $().fromArray(s.value);break;case"v4":this.uniforms[n].value=new en().fromArray(s.value);break;case"m3":this.uniforms[n].value=new it().fromArray(s.value);break;case"m4":this.uniforms[n].value=new Wt().fromArray(s.value);break;default:this.uniforms[n].value=s.value}}if(e.defines!==void 0&&(this.defines=e.defines),e.vertexShader!==void 0&&(this.vertexShader=e.vertexShader),e.fragmentShader!==void 0&&(this.fragmentShader=e.fragmentShader),e.glslVersion!==void 0&&(this.glslVersion=e.glslVersion),e.extensions!==void 0)for(let n in e.extensions)this.extensions[n]=e.extensions[n];return e.lights!==void 0&&(this.lights=e.lights),e.clipping!==void 0&&(this.clipping=e.clipping),this}},mc=class extends ls{constructor(e){super(e),this.isRawShaderMaterial=!0,this.type="RawShaderMaterial"}};var go=class extends Cs{constructor(e){super(),this.isMeshLambertMaterial=!0,this.type="MeshLambertMaterial",this.color=new _t(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.emissive=new _t(0),this.emissiveIntensity=1,this.emissiveMap=null,this.bumpMap=null,this.bumpScale=1,this.normalMap=null,this.normalMapType=gh,this.normalScale=new Ke(1,1),this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new Es,this.combine=Pc,this.reflectivity=1,this.envMapIntensity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.flatShading=!1,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.emissive.copy(e.emissive),this.emissiveMap=e.emissiveMap,this.emissiveIntensity=e.emissiveIntensity,this.bumpMap=e.bumpMap,this.bumpScale=e.bumpScale,this.normalMap=e.normalMap,this.normalMapType=e.normalMapType,this.normalScale.copy(e.normalScale),this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.envMapIntensity=e.envMapIntensity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.flatShading=e.flatShading,this.fog=e.fog,this}},gc=class extends Cs{constructor(e){super(),this.isMeshDepthMaterial=!0,this.type="MeshDepthMaterial",this.depthPacking=Zm,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.setValues(e)}copy(e){return super.copy(e),this.depthPacking=e.depthPacking,this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this}},_c=class extends Cs{constructor(e){super(),this.isMeshDistanceMaterial=!0,this.type="MeshDistanceMaterial",this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.setValues(e)}copy(e){return super.copy(e),this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this}};function io(i,e){return!i||i.constructor===e?i:typeof e.BYTES_PER_ELEMENT=="number"?new e(i):Array.prototype.slice.call(i)}function Wl(i){return i!==void 0&&i.inTangents!==void 0&&i.outTangents!==void 0}var Js=class{constructor(e,t,n,s){this.parameterPositions=e,this._cachedIndex=0,this.resultBuffer=s!==void 0?s:new t.constructor(n),this.sampleValues=t,this.valueSize=n,this.settings=null,this.DefaultSettings_={}}evaluate(e){let t=this.parameterPositions,n=this._cachedIndex,s=t[n],r=t[n-1];n:{e:{let o;t:{i:if(!(e<s)){for(let a=n+2;;){if(s===void 0){if(e<r)break i;return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}if(n===a)break;if(r=s,s=t[++n],e<s)break e}o=t.length;break t}if(!(e>=r)){let a=t[1];e<a&&(n=2,r=a);for(let l=n-2;;){if(r===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(n===l)break;if(s=r,r=t[--n-1],e>=r)break e}o=n,n=0;break t}break n}for(;n<o;){let a=n+o>>>1;e<t[a]?o=a:n=a+1}if(s=t[n],r=t[n-1],r===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(s===void 0)return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}this._cachedIndex=n,this.intervalChanged_(n,r,s)}return this.interpolate_(n,r,e,s)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(e){let t=this.resultBuffer,n=this.sampleValues,s=this.valueSize,r=e*s;for(let o=0;o!==s;++o)t[o]=n[r+o];return t}interpolate_(){throw new Error("THREE.Interpolant: Call to abstract method.")}intervalChanged_(){}},xc=class extends Js{constructor(e,t,n,s){super(e,t,n,s),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:Zu,endingEnd:Zu}}intervalChanged_(e,t,n){let s=this.parameterPositions,r=e-2,o=e+1,a=s[r],l=s[o];if(a===void 0)switch(this.getSettings_().endingStart){case Ju:r=e,a=2*t-n;break;case Ku:r=s.length-2,a=t+s[r]-s[r+1];break;default:r=e,a=n}if(l===void 0)switch(this.getSettings_().endingEnd){case Ju:o=e,l=2*n-t;break;case Ku:o=1,l=n+s[1]-s[0];break;default:o=e-1,l=t}let c=(n-t)*.5,h=this.valueSize;this._weightPrev=c/(t-a),this._weightNext=c/(l-n),this._offsetPrev=r*h,this._offsetNext=o*h}interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,h=this._offsetPrev,d=this._offsetNext,u=this._weightPrev,f=this._weightNext,g=(n-t)/(s-t),S=g*g,m=S*g,p=-u*m+2*u*S-u*g,y=(1+u)*m+(-1.5-2*u)*S+(-.5+u)*g+1,R=(-1-f)*m+(1.5+f)*S+.5*g,w=f*m-f*S;for(let I=0;I!==a;++I)r[I]=p*o[h+I]+y*o[c+I]+R*o[l+I]+w*o[d+I];return r}},yc=class extends Js{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,h=(n-t)/(s-t),d=1-h;for(let u=0;u!==a;++u)r[u]=o[c+u]*d+o[l+u]*h;return r}},vc=class extends Js{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e){return this.copySampleValue_(e-1)}},Sc=class extends Js{interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,h=this.inTangents,d=this.outTangents;if(!h||!d){let g=(n-t)/(s-t),S=1-g;for(let m=0;m!==a;++m)r[m]=o[c+m]*S+o[l+m]*g;return r}let u=a*2,f=e-1;for(let g=0;g!==a;++g){let S=o[c+g],m=o[l+g],p=f*u+g*2,y=d[p],R=d[p+1],w=e*u+g*2,I=h[w],A=h[w+1],x=Fy(n,t,y,I,s);r[g]=dg(x,S,R,A,m)}return r}};function dg(i,e,t,n,s){let r=1-i;return r*r*r*e+3*r*r*i*t+3*r*i*i*n+i*i*i*s}function Oy(i,e,t,n,s){let r=1-i;return 3*r*r*(t-e)+6*r*i*(n-t)+3*i*i*(s-n)}function Fy(i,e,t,n,s){let r=(i-e)/(s-e);for(let o=0;o<8;o++){let a=dg(r,e,t,n,s)-i;if(Math.abs(a)<1e-10)break;let l=Oy(r,e,t,n,s);if(Math.abs(l)<1e-10)break;r=Math.max(0,Math.min(1,r-a/l))}return r}var Si=class{constructor(e,t,n,s){if(e===void 0)throw new Error("THREE.KeyframeTrack: track name is undefined");if(t===void 0||t.length===0)throw new Error("THREE.KeyframeTrack: no keyframes in track named "+e);this.name=e,this.times=io(t,this.TimeBufferType),this.values=io(n,this.ValueBufferType),this.setInterpolation(s||this.DefaultInterpolation)}static toJSON(e){let t=e.constructor,n;if(t.toJSON!==this.toJSON)n=t.toJSON(e);else{n={name:e.name,times:io(e.times,Array),values:io(e.values,Array)};let s=e.getInterpolation();s!==e.DefaultInterpolation&&(n.interpolation=s),Wl(e.settings)&&(n.settings={inTangents:io(e.settings.inTangents,Array),outTangents:io(e.settings.outTangents,Array)})}return n.type=e.ValueTypeName,n}InterpolantFactoryMethodDiscrete(e){return new vc(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodLinear(e){return new yc(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodSmooth(e){return new xc(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodBezier(e){let t=new Sc(this.times,this.values,this.getValueSize(),e);return this.settings&&(t.inTangents=this.settings.inTangents,t.outTangents=this.settings.outTangents),t}setInterpolation(e){let t;switch(e){case da:t=this.InterpolantFactoryMethodDiscrete;break;case sc:t=this.InterpolantFactoryMethodLinear;break;case Yl:t=this.InterpolantFactoryMethodSmooth;break;case $u:t=this.InterpolantFactoryMethodBezier;break}if(t===void 0){let n="unsupported interpolation for "+this.ValueTypeName+" keyframe track named "+this.name;if(this.createInterpolant===void 0)if(e!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw new Error(n);return Ze("KeyframeTrack:",n),this}return this.createInterpolant=t,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return da;case this.InterpolantFactoryMethodLinear:return sc;case this.InterpolantFactoryMethodSmooth:return Yl;case this.InterpolantFactoryMethodBezier:return $u}}getValueSize(){return this.values.length/this.times.length}shift(e){if(e!==0){let t=this.times;for(let n=0,s=t.length;n!==s;++n)t[n]+=e;Wl(this.settings)&&(_m(this.settings.inTangents,e),_m(this.settings.outTangents,e))}return this}scale(e){if(e!==1){let t=this.times;for(let n=0,s=t.length;n!==s;++n)t[n]*=e;Wl(this.settings)&&(xm(this.settings.inTangents,e),xm(this.settings.outTangents,e))}return this}trim(e,t){let n=this.times,s=n.length,r=0,o=s-1;for(;r!==s&&n[r]<e;)++r;for(;o!==-1&&n[o]>t;)--o;if(++o,r!==0||o!==s){r>=o&&(o=Math.max(o,1),r=o-1);let a=this.getValueSize();this.times=n.slice(r,o),this.values=this.values.slice(r*a,o*a)}return this}validate(){let e=!0,t=this.getValueSize();t-Math.floor(t)!==0&&(tt("KeyframeTrack: Invalid value size in track.",this),e=!1);let n=this.times,s=this.values,r=n.length;r===0&&(tt("KeyframeTrack: Track is empty.",this),e=!1);let o=null;for(let a=0;a!==r;a++){let l=n[a];if(typeof l=="number"&&isNaN(l)){tt("KeyframeTrack: Time is not a valid number.",this,a,l),e=!1;break}if(o!==null&&o>l){tt("KeyframeTrack: Out of order keys.",this,a,l,o),e=!1;break}o=l}if(s!==void 0&&Qx(s))for(let a=0,l=s.length;a!==l;++a){let c=s[a];if(isNaN(c)){tt("KeyframeTrack: Value is not a valid number.",this,a,c),e=!1;break}}return e}optimize(){let e=this.times.slice(),t=this.values.slice(),n=this.getValueSize(),s=this.getInterpolation()===Yl,r=e.length-1,o=1;for(let a=1;a<r;++a){let l=!1,c=e[a],h=e[a+1];if(c!==h&&(a!==1||c!==e[0]))if(s)l=!0;else{let d=a*n,u=d-n,f=d+n;for(let g=0;g!==n;++g){let S=t[d+g];if(S!==t[u+g]||S!==t[f+g]){l=!0;break}}}if(l){if(a!==o){e[o]=e[a];let d=a*n,u=o*n;for(let f=0;f!==n;++f)t[u+f]=t[d+f]}++o}}if(r>0){e[o]=e[r];for(let a=r*n,l=o*n,c=0;c!==n;++c)t[l+c]=t[a+c];++o}return o!==e.length?(this.times=e.slice(0,o),this.values=t.slice(0,o*n)):(this.times=e,this.values=t),this}clone(){let e=this.times.slice(),t=this.values.slice(),n=this.constructor,s=new n(this.name,e,t);return s.createInterpolant=this.createInterpolant,Wl(this.settings)&&(s.settings={inTangents:this.settings.inTangents.slice(),outTangents:this.settings.outTangents.slice()}),s}};function _m(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]+=e}function xm(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]*=e}Si.prototype.ValueTypeName="";Si.prototype.TimeBufferType=Float32Array;Si.prototype.ValueBufferType=Float32Array;Si.prototype.DefaultInterpolation=sc;var Ks=class extends Si{constructor(e,t,n){super(e,t,n)}};Ks.prototype.ValueTypeName="bool";Ks.prototype.ValueBufferType=Array;Ks.prototype.DefaultInterpolation=da;Ks.prototype.InterpolantFactoryMethodLinear=void 0;Ks.prototype.InterpolantFactoryMethodSmooth=void 0;var Mc=class extends Si{constructor(e,t,n,s){super(e,t,n,s)}};Mc.prototype.ValueTypeName="color";var bc=class extends Si{constructor(e,t,n,s){super(e,t,n,s)}};bc.prototype.ValueTypeName="number";var wc=class extends Js{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=(n-t)/(s-t),c=e*a;for(let h=c+a;c!==h;c+=4)_i.slerpFlat(r,0,o,c-a,o,c,l);return r}},Ea=class extends Si{constructor(e,t,n,s){super(e,t,n,s)}InterpolantFactoryMethodLinear(e){return new wc(this.times,this.values,this.getValueSize(),e)}};Ea.prototype.ValueTypeName="quaternion";Ea.prototype.InterpolantFactoryMethodSmooth=void 0;var js=class extends Si{constructor(e,t,n){super(e,t,n)}};js.prototype.ValueTypeName="string";js.prototype.ValueBufferType=Array;js.prototype.DefaultInterpolation=da;js.prototype.InterpolantFactoryMethodLinear=void 0;js.prototype.InterpolantFactoryMethodSmooth=void 0;var Tc=class extends Si{constructor(e,t,n,s){super(e,t,n,s)}};Tc.prototype.ValueTypeName="vector";var Ec=class{constructor(e,t,n){let s=this,r=!1,o=0,a=0,l,c=[];this.onStart=void 0,this.onLoad=e,this.onProgress=t,this.onError=n,this._abortController=null,this.itemStart=function(h){a++,r===!1&&s.onStart!==void 0&&s.onStart(h,o,a),r=!0},this.itemEnd=function(h){o++,s.onProgress!==void 0&&s.onProgress(h,o,a),o===a&&(r=!1,s.onLoad!==void 0&&s.onLoad())},this.itemError=function(h){s.onError!==void 0&&s.onError(h)},this.resolveURL=function(h){return h=h.normalize("NFC"),l?l(h):h},this.setURLModifier=function(h){return l=h,this},this.addHandler=function(h,d){return c.push(h,d),this},this.removeHandler=function(h){let d=c.indexOf(h);return d!==-1&&c.splice(d,2),this},this.getHandler=function(h){for(let d=0,u=c.length;d<u;d+=2){let f=c[d],g=c[d+1];if(f.global&&(f.lastIndex=0),f.test(h))return g}return null},this.abort=function(){return this.abortController.abort(),this._abortController=null,this}}get abortController(){return this._abortController||(this._abortController=new AbortController),this._abortController}},fg=new Ec,Ac=class{constructor(e){this.manager=e!==void 0?e:fg,this.crossOrigin="anonymous",this.withCredentials=!1,this.path="",this.resourcePath="",this.requestHeader={},this.priority="auto",this.cache="default",typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}load(){}loadAsync(e,t){let n=this;return new Promise(function(s,r){n.load(e,s,t,r)})}parse(){}setCrossOrigin(e){return this.crossOrigin=e,this}setWithCredentials(e){return this.withCredentials=e,this}setPath(e){return this.path=e,this}setResourcePath(e){return this.resourcePath=e,this}setRequestHeader(e){return this.requestHeader=e,this}setPriority(e){return this.priority=e,this}setCache(e){return this.cache=e,this}abort(){return this}};Ac.DEFAULT_MATERIAL_NAME="__DEFAULT";var Aa=class extends Xn{static registerNode(e){this.prototype._lightNode=e}constructor(e,t=1){super(),this.isLight=!0,this.type="Light",this.color=new _t(e),this.intensity=t}copy(e,t){return super.copy(e,t),this.color.copy(e.color),this.intensity=e.intensity,this}toJSON(e){let t=super.toJSON(e);return t.object.color=this.color.getHex(),t.object.intensity=this.intensity,t}};var Yu=new Wt,ym=new $,vm=new $,Cc=class{constructor(e){this.camera=e,this.intensity=1,this.bias=0,this.biasNode=null,this.normalBias=0,this.radius=1,this.blurSamples=8,this.mapSize=new Ke(512,512),this.mapType=ri,this.map=null,this.mapPass=null,this.matrix=new Wt,this.autoUpdate=!0,this.needsUpdate=!1,this._frustum=new Zs,this._frameExtents=new Ke(1,1),this._viewportCount=1,this._viewports=[new en(0,0,1,1)]}getViewportCount(){return this._viewportCount}getCamera(){return this.camera}getFrustum(){return this._frustum}updateMatrices(e){let t=this.camera;ym.setFromMatrixPosition(e.matrixWorld),t.position.copy(ym),vm.setFromMatrixPosition(e.target.matrixWorld),t.lookAt(vm),t.updateMatrixWorld(),this._updateMatrix(t,this.matrix,this._frustum)}_updateMatrix(e,t,n,s){Yu.multiplyMatrices(e.projectionMatrix,e.matrixWorldInverse),n.setFromProjectionMatrix(Yu,e.coordinateSystem,e.reversedDepth);let r=this._frameExtents,o=s?s.z/r.x:1,a=s?s.w/r.y:1,l=s?s.x/r.x:0,c=s?s.y/r.y:0;e.coordinateSystem===lo||e.reversedDepth?t.set(.5*o,0,0,.5*o+l,0,.5*a,0,.5*a+c,0,0,1,0,0,0,0,1):t.set(.5*o,0,0,.5*o+l,0,.5*a,0,.5*a+c,0,0,.5,.5,0,0,0,1),t.multiply(Yu)}getViewport(e){return this._viewports[e]}getFrameExtents(){return this._frameExtents}dispose(){this.map&&this.map.dispose(),this.mapPass&&this.mapPass.dispose()}copy(e){return this.camera=e.camera.clone(),this.intensity=e.intensity,this.bias=e.bias,this.radius=e.radius,this.autoUpdate=e.autoUpdate,this.needsUpdate=e.needsUpdate,this.normalBias=e.normalBias,this.blurSamples=e.blurSamples,this.mapSize.copy(e.mapSize),this.mapType=e.mapType,this.biasNode=e.biasNode,this}clone(){return new this.constructor().copy(this)}toJSON(){let e={};return e.intensity=this.intensity,e.bias=this.bias,e.normalBias=this.normalBias,e.radius=this.radius,e.blurSamples=this.blurSamples,e.mapSize=this.mapSize.toArray(),e.mapType=this.mapType,e.camera=this.camera.toJSON(!1).object,delete e.camera.matrix,e}},Xl=new $,ql=new _i,ss=new $,Ca=class extends Xn{constructor(){super(),this.isCamera=!0,this.type="Camera",this.matrixWorldInverse=new Wt,this.projectionMatrix=new Wt,this.projectionMatrixInverse=new Wt,this.coordinateSystem=Ii,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(e,t){return super.copy(e,t),this.matrixWorldInverse.copy(e.matrixWorldInverse),this.projectionMatrix.copy(e.projectionMatrix),this.projectionMatrixInverse.copy(e.projectionMatrixInverse),this.coordinateSystem=e.coordinateSystem,this}getWorldDirection(e){return super.getWorldDirection(e).negate()}updateMatrixWorld(e){super.updateMatrixWorld(e),this.matrixWorld.decompose(Xl,ql,ss),ss.x===1&&ss.y===1&&ss.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(Xl,ql,ss.set(1,1,1)).invert()}updateWorldMatrix(e,t,n=!1){super.updateWorldMatrix(e,t,n),this.matrixWorld.decompose(Xl,ql,ss),ss.x===1&&ss.y===1&&ss.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(Xl,ql,ss.set(1,1,1)).invert()}clone(){return new this.constructor().copy(this)}},qs=new $,Sm=new Ke,Mm=new Ke,Qn=class extends Ca{constructor(e=50,t=1,n=.1,s=2e3){super(),this.isPerspectiveCamera=!0,this.type="PerspectiveCamera",this.fov=e,this.zoom=1,this.near=n,this.far=s,this.focus=10,this.aspect=t,this.view=null,this.filmGauge=35,this.filmOffset=0,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.fov=e.fov,this.zoom=e.zoom,this.near=e.near,this.far=e.far,this.focus=e.focus,this.aspect=e.aspect,this.view=e.view===null?null:Object.assign({},e.view),this.filmGauge=e.filmGauge,this.filmOffset=e.filmOffset,this}setFocalLength(e){let t=.5*this.getFilmHeight()/e;this.fov=ho*2*Math.atan(t),this.updateProjectionMatrix()}getFocalLength(){let e=Math.tan(ha*.5*this.fov);return .5*this.getFilmHeight()/e}getEffectiveFOV(){return ho*2*Math.atan(Math.tan(ha*.5*this.fov)/this.zoom)}getFilmWidth(){return this.filmGauge*Math.min(this.aspect,1)}getFilmHeight(){return this.filmGauge/Math.max(this.aspect,1)}getViewBounds(e,t,n){qs.set(-1,-1,.5).applyMatrix4(this.projectionMatrixInverse),t.set(qs.x,qs.y).multiplyScalar(-e/qs.z),qs.set(1,1,.5).applyMatrix4(this.projectionMatrixInverse),n.set(qs.x,qs.y).multiplyScalar(-e/qs.z)}getViewSize(e,t){return this.getViewBounds(e,Sm,Mm),t.subVectors(Mm,Sm)}setViewOffset(e,t,n,s,r,o){this.aspect=e/t,this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=s,this.view.width=r,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=this.near,t=e*Math.tan(ha*.5*this.fov)/this.zoom,n=2*t,s=this.aspect*n,r=-.5*s,o=this.view;if(this.view!==null&&this.view.enabled){let l=o.fullWidth,c=o.fullHeight;r+=o.offsetX*s/l,t-=o.offsetY*n/c,s*=o.width/l,n*=o.height/c}let a=this.filmOffset;a!==0&&(r+=e*a/this.getFilmWidth()),this.projectionMatrix.makePerspective(r,r+s,t,t-n,e,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.fov=this.fov,t.object.zoom=this.zoom,t.object.near=this.near,t.object.far=this.far,t.object.focus=this.focus,t.object.aspect=this.aspect,this.view!==null&&(t.object.view=Object.assign({},this.view)),t.object.filmGauge=this.filmGauge,t.object.filmOffset=this.filmOffset,t}};var Ra=class extends Ca{constructor(e=-1,t=1,n=1,s=-1,r=.1,o=2e3){super(),this.isOrthographicCamera=!0,this.type="OrthographicCamera",this.zoom=1,this.view=null,this.left=e,this.right=t,this.top=n,this.bottom=s,this.near=r,this.far=o,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.left=e.left,this.right=e.right,this.top=e.top,this.bottom=e.bottom,this.near=e.near,this.far=e.far,this.zoom=e.zoom,this.view=e.view===null?null:Object.assign({},e.view),this}setViewOffset(e,t,n,s,r,o){this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=s,this.view.width=r,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=(this.right-this.left)/(2*this.zoom),t=(this.top-this.bottom)/(2*this.zoom),n=(this.right+this.left)/2,s=(this.top+this.bottom)/2,r=n-e,o=n+e,a=s+t,l=s-t;if(this.view!==null&&this.view.enabled){let c=(this.right-this.left)/this.view.fullWidth/this.zoom,h=(this.top-this.bottom)/this.view.fullHeight/this.zoom;r+=c*this.view.offsetX,o=r+c*this.view.width,a-=h*this.view.offsetY,l=a-h*this.view.height}this.projectionMatrix.makeOrthographic(r,o,a,l,this.near,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.zoom=this.zoom,t.object.left=this.left,t.object.right=this.right,t.object.top=this.top,t.object.bottom=this.bottom,t.object.near=this.near,t.object.far=this.far,this.view!==null&&(t.object.view=Object.assign({},this.view)),t}},ju=class extends Cc{constructor(){super(new Ra(-5,5,5,-5,.5,500)),this.isDirectionalLightShadow=!0}},Pa=class extends Aa{constructor(e,t){super(e,t),this.isDirectionalLight=!0,this.type="DirectionalLight",this.position.copy(Xn.DEFAULT_UP),this.updateMatrix(),this.target=new Xn,this.shadow=new ju}dispose(){super.dispose(),this.shadow.dispose()}copy(e){return super.copy(e),this.target=e.target.clone(),this.shadow=e.shadow.clone(),this}toJSON(e){let t=super.toJSON(e);return t.object.shadow=this.shadow.toJSON(),t.object.target=this.target.uuid,t}},Ia=class extends Aa{constructor(e,t){super(e,t),this.isAmbientLight=!0,this.type="AmbientLight"}};var so=-90,ro=1,_o=class extends Xn{constructor(e,t,n){super(),this.type="CubeCamera",this.renderTarget=n,this.coordinateSystem=null,this.activeMipmapLevel=0;let s=new Qn(so,ro,e,t);s.layers=this.layers,this.add(s);let r=new Qn(so,ro,e,t);r.layers=this.layers,this.add(r);let o=new Qn(so,ro,e,t);o.layers=this.layers,this.add(o);let a=new Qn(so,ro,e,t);a.layers=this.layers,this.add(a);let l=new Qn(so,ro,e,t);l.layers=this.layers,this.add(l);let c=new Qn(so,ro,e,t);c.layers=this.layers,this.add(c)}updateCoordinateSystem(){let e=this.coordinateSystem,t=this.children.concat(),[n,s,r,o,a,l]=t;for(let c of t)this.remove(c);if(e===Ii)n.up.set(0,1,0),n.lookAt(1,0,0),s.up.set(0,1,0),s.lookAt(-1,0,0),r.up.set(0,0,-1),r.lookAt(0,1,0),o.up.set(0,0,1),o.lookAt(0,-1,0),a.up.set(0,1,0),a.lookAt(0,0,1),l.up.set(0,1,0),l.lookAt(0,0,-1);else if(e===lo)n.up.set(0,-1,0),n.lookAt(-1,0,0),s.up.set(0,-1,0),s.lookAt(1,0,0),r.up.set(0,0,1),r.lookAt(0,1,0),o.up.set(0,0,-1),o.lookAt(0,-1,0),a.up.set(0,-1,0),a.lookAt(0,0,1),l.up.set(0,-1,0),l.lookAt(0,0,-1);else throw new Error("THREE.CubeCamera.updateCoordinateSystem(): Invalid coordinate system: "+e);for(let c of t)this.add(c),c.updateMatrixWorld()}update(e,t){this.parent===null&&this.updateMatrixWorld();let{renderTarget:n,activeMipmapLevel:s}=this;this.coordinateSystem!==e.coordinateSystem&&(this.coordinateSystem=e.coordinateSystem,this.updateCoordinateSystem());let[r,o,a,l,c,h]=this.children,d=e.getRenderTarget(),u=e.getActiveCubeFace(),f=e.getActiveMipmapLevel(),g=e.xr.enabled;e.xr.enabled=!1;let S=n.texture.mipmapsAutoUpdate;n.texture.mipmapsAutoUpdate=!1;let m=!1;e.isWebGLRenderer===!0?m=e.state.buffers.depth.getReversed():m=e.reversedDepthBuffer,e.setRenderTarget(n,0,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,r),e.setRenderTarget(n,1,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,o),e.setRenderTarget(n,2,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,a),e.setRenderTarget(n,3,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,l),e.setRenderTarget(n,4,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,c),n.texture.mipmapsAutoUpdate=S,e.setRenderTarget(n,5,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,h),e.setRenderTarget(d,u,f),e.xr.enabled=g,n.texture.needsPMREMUpdate=!0}},Rc=class extends Qn{constructor(e=[]){super(),this.isArrayCamera=!0,this.isMultiViewCamera=!1,this.cameras=e,this.perCameraFrustumCulled=!1}};var Dd="\\[\\]\\.:\\/",By=new RegExp("["+Dd+"]","g"),Nd="[^"+Dd+"]",ky="[^"+Dd.replace("\\.","")+"]",zy=/((?:WC+[\/:])*)/.source.replace("WC",Nd),Vy=/(WCOD+)?/.source.replace("WCOD",ky),Gy=/(?:\.(WC+)(?:\[(.+)\])?)?/.source.replace("WC",Nd),Hy=/\.(WC+)(?:\[(.+)\])?/.source.replace("WC",Nd),Wy=new RegExp("^"+zy+Vy+Gy+Hy+"$"),Xy=["material","materials","bones","map"],Qu=class{constructor(e,t,n){let s=n||Jt.parseTrackName(t);this._targetGroup=e,this._bindings=e.subscribe_(t,s)}getValue(e,t){this.bind();let n=this._targetGroup.nCachedObjects_,s=this._bindings[n];s!==void 0&&s.getValue(e,t)}setValue(e,t){let n=this._bindings;for(let s=this._targetGroup.nCachedObjects_,r=n.length;s!==r;++s)n[s].setValue(e,t)}bind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].bind()}unbind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].unbind()}},Jt=class i{constructor(e,t,n){this.path=t,this.parsedPath=n||i.parseTrackName(t),this.node=i.findNode(e,this.parsedPath.nodeName),this.rootNode=e,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(e,t,n){return e&&e.isAnimationObjectGroup?new i.Composite(e,t,n):new i(e,t,n)}static sanitizeNodeName(e){return e.replace(/\s/g,"_").replace(By,"")}static parseTrackName(e){let t=Wy.exec(e);if(t===null)throw new Error("THREE.PropertyBinding: Cannot parse trackName: "+e);let n={nodeName:t[2],objectName:t[3],objectIndex:t[4],propertyName:t[5],propertyIndex:t[6]},s=n.nodeName&&n.nodeName.lastIndexOf(".");if(s!==void 0&&s!==-1){let r=n.nodeName.substring(s+1);Xy.indexOf(r)!==-1&&(n.nodeName=n.nodeName.substring(0,s),n.objectName=r)}if(n.propertyName===null||n.propertyName.length===0)throw new Error("THREE.PropertyBinding: can not parse propertyName from trackName: "+e);return n}static findNode(e,t){if(t===void 0||t===""||t==="."||t===-1||t===e.name||t===e.uuid)return e;if(e.skeleton){let n=e.skeleton.getBoneByName(t);if(n!==void 0)return n}if(e.children){let n=function(r){for(let o=0;o<r.length;o++){let a=r[o];if(a.name===t||a.uuid===t)return a;let l=n(a.children);if(l)return l}return null},s=n(e.children);if(s)return s}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(e,t){e[t]=this.targetObject[this.propertyName]}_getValue_array(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)e[t++]=n[s]}_getValue_arrayElement(e,t){e[t]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(e,t){this.resolvedProperty.toArray(e,t)}_setValue_direct(e,t){this.targetObject[this.propertyName]=e[t]}_setValue_direct_setNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++]}_setValue_array_setNeedsUpdate(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(e,t){this.resolvedProperty[this.propertyIndex]=e[t]}_setValue_arrayElement_setNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(e,t){this.resolvedProperty.fromArray(e,t)}_setValue_fromArray_setNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(e,t){this.bind(),this.getValue(e,t)}_setValue_unbound(e,t){this.bind(),this.setValue(e,t)}bind(){let e=this.node,t=this.parsedPath,n=t.objectName,s=t.propertyName,r=t.propertyIndex;if(e||(e=i.findNode(this.rootNode,t.nodeName),this.node=e),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!e){Ze("PropertyBinding: No target node found for track: "+this.path+".");return}if(n){let c=t.objectIndex;switch(n){case"materials":if(!e.material){tt("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.materials){tt("PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.",this);return}e=e.material.materials;break;case"bones":if(!e.skeleton){tt("PropertyBinding: Can not bind to bones as node does not have a skeleton.",this);return}e=e.skeleton.bones;for(let h=0;h<e.length;h++)if(e[h].name===c){c=h;break}break;case"map":if("map"in e){e=e.map;break}if(!e.material){tt("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.map){tt("PropertyBinding: Can not bind to material.map as node.material does not have a map.",this);return}e=e.material.map;break;default:if(e[n]===void 0){tt("PropertyBinding: Can not bind to objectName of node undefined.",this);return}e=e[n]}if(c!==void 0){if(e[c]===void 0){tt("PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.",this,e);return}e=e[c]}}let o=e[s];if(o===void 0){let c=t.nodeName;tt("PropertyBinding: Trying to update property for track: "+c+"."+s+" but it wasn't found.",e);return}let a=this.Versioning.None;this.targetObject=e,e.isMaterial===!0?a=this.Versioning.NeedsUpdate:e.isObject3D===!0&&(a=this.Versioning.MatrixWorldNeedsUpdate);let l=this.BindingType.Direct;if(r!==void 0){if(s==="morphTargetInfluences"){if(!e.geometry){tt("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.",this);return}if(!e.geometry.morphAttributes){tt("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.",this);return}e.morphTargetDictionary[r]!==void 0&&(r=e.morphTargetDictionary[r])}l=this.BindingType.ArrayElement,this.resolvedProperty=o,this.propertyIndex=r}else o.fromArray!==void 0&&o.toArray!==void 0?(l=this.BindingType.HasFromToArray,this.resolvedProperty=o):Array.isArray(o)?(l=this.BindingType.EntireArray,this.resolvedProperty=o):this.propertyName=s;this.getValue=this.GetterByBindingType[l],this.setValue=this.SetterByBindingTypeAndVersioning[l][a]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};Jt.Composite=Qu;Jt.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3};Jt.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2};Jt.prototype.GetterByBindingType=[Jt.prototype._getValue_direct,Jt.prototype._getValue_array,Jt.prototype._getValue_arrayElement,Jt.prototype._getValue_toArray];Jt.prototype.SetterByBindingTypeAndVersioning=[[Jt.prototype._setValue_direct,Jt.prototype._setValue_direct_setNeedsUpdate,Jt.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[Jt.prototype._setValue_array,Jt.prototype._setValue_array_setNeedsUpdate,Jt.prototype._setValue_array_setMatrixWorldNeedsUpdate],[Jt.prototype._setValue_arrayElement,Jt.prototype._setValue_arrayElement_setNeedsUpdate,Jt.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[Jt.prototype._setValue_fromArray,Jt.prototype._setValue_fromArray_setNeedsUpdate,Jt.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var cC=new Float32Array(1);var bm=new Wt,La=class{constructor(e,t,n=0,s=1/0){this.ray=new $s(e,t),this.near=n,this.far=s,this.camera=null,this.layers=new fo,this.params={Mesh:{},Line:{threshold:1},LOD:{},Points:{threshold:1},Sprite:{}}}set(e,t){this.ray.set(e,t)}setFromCamera(e,t){t.isPerspectiveCamera?(this.ray.origin.setFromMatrixPosition(t.matrixWorld),this.ray.direction.set(e.x,e.y,.5).unproject(t).sub(this.ray.origin).normalize(),this.camera=t):t.isOrthographicCamera?(this.ray.origin.set(e.x,e.y,t.projectionMatrix.elements[14]).unproject(t),this.ray.direction.set(0,0,-1).transformDirection(t.matrixWorld),this.camera=t):tt("Raycaster: Unsupported camera type: "+t.type)}setFromXRController(e){return bm.identity().extractRotation(e.matrixWorld),this.ray.origin.setFromMatrixPosition(e.matrixWorld),this.ray.direction.set(0,0,-1).applyMatrix4(bm),this}intersectObject(e,t=!0,n=[]){return ed(e,this,n,t),n.sort(wm),n}intersectObjects(e,t=!0,n=[]){for(let s=0,r=e.length;s<r;s++)ed(e[s],this,n,t);return n.sort(wm),n}};function wm(i,e){return i.distance-e.distance}function ed(i,e,t,n){let s=!0;if(i.layers.test(e.layers)&&i.raycast(e,t)===!1&&(s=!1),s===!0&&n===!0){let r=i.children;for(let o=0,a=r.length;o<a;o++)ed(r[o],e,t,!0)}}var xo=class{constructor(e=1,t=0,n=0){this.radius=e,this.phi=t,this.theta=n}set(e,t,n){return this.radius=e,this.phi=t,this.theta=n,this}copy(e){return this.radius=e.radius,this.phi=e.phi,this.theta=e.theta,this}makeSafe(){return this.phi=gt(this.phi,1e-6,Math.PI-1e-6),this}setFromVector3(e){return this.setFromCartesianCoords(e.x,e.y,e.z)}setFromCartesianCoords(e,t,n){return this.radius=Math.sqrt(e*e+t*t+n*n),this.radius===0?(this.theta=0,this.phi=0):(this.theta=Math.atan2(e,n),this.phi=Math.acos(gt(t/this.radius,-1,1))),this}clone(){return new this.constructor().copy(this)}};var td=class{static{this.prototype.isMatrix2=!0}constructor(e,t,n,s){this.elements=[1,0,0,1],e!==void 0&&this.set(e,t,n,s)}identity(){return this.set(1,0,0,1),this}fromArray(e,t=0){for(let n=0;n<4;n++)this.elements[n]=e[n+t];return this}set(e,t,n,s){let r=this.elements;return r[0]=e,r[2]=t,r[1]=n,r[3]=s,this}};var Da=class extends pc{constructor(e=1){let t=[0,0,0,e,0,0,0,0,0,0,e,0,0,0,0,0,0,e],n=[1,0,0,1,.6,0,0,1,0,.6,1,0,0,0,1,0,.6,1],s=new yi;s.setAttribute("position",new bn(t,3)),s.setAttribute("color",new bn(n,3));let r=new va({vertexColors:!0,toneMapped:!1});super(s,r),this.type="AxesHelper"}setColors(e,t,n){let s=new _t,r=this.geometry.attributes.color.array;return s.set(e),s.toArray(r,0),s.toArray(r,3),s.set(t),s.toArray(r,6),s.toArray(r,9),s.set(n),s.toArray(r,12),s.toArray(r,15),this.geometry.attributes.color.needsUpdate=!0,this}dispose(){super.dispose(),this.geometry.dispose(),this.material.dispose()}};var Na=class extends Gi{constructor(e,t=null){super(),this.object=e,this.domElement=t,this.enabled=!0,this.state=-1,this.keys={},this.mouseButtons={LEFT:null,MIDDLE:null,RIGHT:null},this.touches={ONE:null,TWO:null}}connect(e){this.domElement!==null&&this.disconnect(),this.domElement=e}disconnect(){}dispose(){}update(){}};function Ud(i,e,t,n){let s=qy(n);switch(t){case vd:return i*e;case Md:return i*e/s.components*s.byteLength;case Fc:return i*e/s.components*s.byteLength;case nr:return i*e*2/s.components*s.byteLength;case Bc:return i*e*2/s.components*s.byteLength;case Sd:return i*e*3/s.components*s.byteLength;case qi:return i*e*4/s.components*s.byteLength;case kc:return i*e*4/s.components*s.byteLength;case Fa:case Ba:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case ka:case za:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case Vc:case Hc:return Math.max(i,16)*Math.max(e,8)/4;case zc:case Gc:return Math.max(i,8)*Math.max(e,8)/2;case Wc:case Xc:case Yc:case $c:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case qc:case Va:case Zc:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case Jc:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case Kc:return Math.floor((i+4)/5)*Math.floor((e+3)/4)*16;case jc:return Math.floor((i+4)/5)*Math.floor((e+4)/5)*16;case Qc:return Math.floor((i+5)/6)*Math.floor((e+4)/5)*16;case eh:return Math.floor((i+5)/6)*Math.floor((e+5)/6)*16;case th:return Math.floor((i+7)/8)*Math.floor((e+4)/5)*16;case nh:return Math.floor((i+7)/8)*Math.floor((e+5)/6)*16;case ih:return Math.floor((i+7)/8)*Math.floor((e+7)/8)*16;case sh:return Math.floor((i+9)/10)*Math.floor((e+4)/5)*16;case rh:return Math.floor((i+9)/10)*Math.floor((e+5)/6)*16;case oh:return Math.floor((i+9)/10)*Math.floor((e+7)/8)*16;case ah:return Math.floor((i+9)/10)*Math.floor((e+9)/10)*16;case lh:return Math.floor((i+11)/12)*Math.floor((e+9)/10)*16;case ch:return Math.floor((i+11)/12)*Math.floor((e+11)/12)*16;case hh:case uh:case dh:return Math.ceil(i/4)*Math.ceil(e/4)*16;case fh:case ph:return Math.ceil(i/4)*Math.ceil(e/4)*8;case Ga:case mh:return Math.ceil(i/4)*Math.ceil(e/4)*16}throw new Error(`Unable to determine texture byte length for ${t} format.`)}function qy(i){switch(i){case ri:case gd:return{byteLength:1,components:1};case Mo:case _d:case Xi:return{byteLength:2,components:1};case Uc:case Oc:return{byteLength:2,components:4};case Hi:case Nc:case Wi:return{byteLength:4,components:1};case xd:case yd:return{byteLength:4,components:3}}throw new Error(`THREE.TextureUtils: Unknown texture type ${i}.`)}typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("register",{detail:{revision:"187"}}));typeof window<"u"&&(window.__THREE__?Ze("WARNING: Multiple instances of Three.js being imported."):window.__THREE__="187");function Ug(){let i=null,e=!1,t=null,n=null;function s(r,o){n=i.requestAnimationFrame(s),t(r,o)}return{start:function(){e!==!0&&t!==null&&i!==null&&(n=i.requestAnimationFrame(s),e=!0)},stop:function(){i!==null&&i.cancelAnimationFrame(n),e=!1},setAnimationLoop:function(r){t=r},setContext:function(r){i=r}}}function $y(i){let e=new WeakMap;function t(a,l){let c=a.array,h=a.usage,d=c.byteLength,u=i.createBuffer();i.bindBuffer(l,u),i.bufferData(l,c,h),a.onUploadCallback();let f;if(c instanceof Float32Array)f=i.FLOAT;else if(typeof Float16Array<"u"&&c instanceof Float16Array)f=i.HALF_FLOAT;else if(c instanceof Uint16Array)a.isFloat16BufferAttribute?f=i.HALF_FLOAT:f=i.UNSIGNED_SHORT;else if(c instanceof Int16Array)f=i.SHORT;else if(c instanceof Uint32Array)f=i.UNSIGNED_INT;else if(c instanceof Int32Array)f=i.INT;else if(c instanceof Int8Array)f=i.BYTE;else if(c instanceof Uint8Array)f=i.UNSIGNED_BYTE;else if(c instanceof Uint8ClampedArray)f=i.UNSIGNED_BYTE;else throw new Error("THREE.WebGLAttributes: Unsupported buffer data format: "+c);return{buffer:u,type:f,bytesPerElement:c.BYTES_PER_ELEMENT,version:a.version,size:d}}function n(a,l,c){let h=l.array,d=l.updateRanges;if(i.bindBuffer(c,a),d.length===0)i.bufferSubData(c,0,h);else{d.sort((f,g)=>f.start-g.start);let u=0;for(let f=1;f<d.length;f++){let g=d[u],S=d[f];S.start<=g.start+g.count+1?g.count=Math.max(g.count,S.start+S.count-g.start):(++u,d[u]=S)}d.length=u+1;for(let f=0,g=d.length;f<g;f++){let S=d[f];i.bufferSubData(c,S.start*h.BYTES_PER_ELEMENT,h,S.start,S.count)}l.clearUpdateRanges()}l.onUploadCallback()}function s(a){return a.isInterleavedBufferAttribute&&(a=a.data),e.get(a)}function r(a){a.isInterleavedBufferAttribute&&(a=a.data);let l=e.get(a);l&&(i.deleteBuffer(l.buffer),e.delete(a))}function o(a,l){if(a.isInterleavedBufferAttribute&&(a=a.data),a.isGLBufferAttribute){let h=e.get(a);(!h||h.version<a.version)&&e.set(a,{buffer:a.buffer,type:a.type,bytesPerElement:a.elementSize,version:a.version});return}let c=e.get(a);if(c===void 0)e.set(a,t(a,l));else if(c.version<a.version){if(c.size!==a.array.byteLength)throw new Error("THREE.WebGLAttributes: The size of the buffer attribute's array buffer does not match the original size. Resizing buffer attributes is not supported.");n(c.buffer,a,l),c.version=a.version}}return{get:s,remove:r,update:o}}var Zy=`#ifdef USE_ALPHAHASH
	if ( diffuseColor.a < getAlphaHashThreshold( vPosition ) ) discard;
#endif`,Jy=`#ifdef USE_ALPHAHASH
	const float ALPHA_HASH_SCALE = 0.05;
	float hash2D( vec2 value ) {
		return fract( 1.0e4 * sin( 17.0 * value.x + 0.1 * value.y ) * ( 0.1 + abs( sin( 13.0 * value.y + value.x ) ) ) );
	}
	float hash3D( vec3 value ) {
		return hash2D( vec2( hash2D( value.xy ), value.z ) );
	}
	float getAlphaHashThreshold( vec3 position ) {
		float maxDeriv = max(
			length( dFdx( position.xyz ) ),
			length( dFdy( position.xyz ) )
		);
		float pixScale = 1.0 / ( ALPHA_HASH_SCALE * maxDeriv );
		vec2 pixScales = vec2(
			exp2( floor( log2( pixScale ) ) ),
			exp2( ceil( log2( pixScale ) ) )
		);
		vec2 alpha = vec2(
			hash3D( floor( pixScales.x * position.xyz ) ),
			hash3D( floor( pixScales.y * position.xyz ) )
		);
		float lerpFactor = fract( log2( pixScale ) );
		float x = ( 1.0 - lerpFactor ) * alpha.x + lerpFactor * alpha.y;
		float a = min( lerpFactor, 1.0 - lerpFactor );
		vec3 cases = vec3(
			x * x / ( 2.0 * a * ( 1.0 - a ) ),
			( x - 0.5 * a ) / ( 1.0 - a ),
			1.0 - ( ( 1.0 - x ) * ( 1.0 - x ) / ( 2.0 * a * ( 1.0 - a ) ) )
		);
		float threshold = ( x < ( 1.0 - a ) )
			? ( ( x < a ) ? cases.x : cases.y )
			: cases.z;
		return clamp( threshold , 1.0e-6, 1.0 );
	}
#endif`,Ky=`#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, vAlphaMapUv ).g;
#endif`,jy=`#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,Qy=`#ifdef USE_ALPHATEST
	#ifdef ALPHA_TO_COVERAGE
	diffuseColor.a = smoothstep( alphaTest, alphaTest + fwidth( diffuseColor.a ), diffuseColor.a );
	if ( diffuseColor.a == 0.0 ) discard;
	#else
	if ( diffuseColor.a < alphaTest ) discard;
	#endif
#endif`,ev=`#ifdef USE_ALPHATEST
	uniform float alphaTest;
#endif`,tv=`#ifdef USE_AOMAP
	float ambientOcclusion = ( texture2D( aoMap, vAoMapUv ).r - 1.0 ) * aoMapIntensity + 1.0;
	reflectedLight.indirectDiffuse *= ambientOcclusion;
	#if defined( USE_CLEARCOAT ) 
		clearcoatSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_SHEEN ) 
		sheenSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_ENVMAP ) && defined( STANDARD )
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		reflectedLight.indirectSpecular *= computeSpecularOcclusion( dotNV, ambientOcclusion, material.roughness );
	#endif
#endif`,nv=`#ifdef USE_AOMAP
	uniform sampler2D aoMap;
	uniform float aoMapIntensity;
#endif`,iv=`#ifdef USE_BATCHING
	#if ! defined( GL_ANGLE_multi_draw )
	#define gl_DrawID _gl_DrawID
	uniform int _gl_DrawID;
	#endif
	uniform highp sampler2D batchingTexture;
	uniform highp usampler2D batchingIdTexture;
	mat4 getBatchingMatrix( const in float i ) {
		int size = textureSize( batchingTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( batchingTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( batchingTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( batchingTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( batchingTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
	float getIndirectIndex( const in int i ) {
		int size = textureSize( batchingIdTexture, 0 ).x;
		int x = i % size;
		int y = i / size;
		return float( texelFetch( batchingIdTexture, ivec2( x, y ), 0 ).r );
	}
#endif
#ifdef USE_BATCHING_COLOR
	uniform sampler2D batchingColorTexture;
	vec4 getBatchingColor( const in float i ) {
		int size = textureSize( batchingColorTexture, 0 ).x;
		int j = int( i );
		int x = j % size;
		int y = j / size;
		return texelFetch( batchingColorTexture, ivec2( x, y ), 0 );
	}
#endif`,sv=`#ifdef USE_BATCHING
	mat4 batchingMatrix = getBatchingMatrix( getIndirectIndex( gl_DrawID ) );
#endif`,rv=`vec3 transformed = vec3( position );
#ifdef USE_ALPHAHASH
	vPosition = vec3( position );
#endif`,ov=`vec3 objectNormal = vec3( normal );
#ifdef USE_TANGENT
	vec3 objectTangent = vec3( tangent.xyz );
#endif`,av=`float G_BlinnPhong_Implicit( ) {
	return 0.25;
}
float D_BlinnPhong( const in float shininess, const in float dotNH ) {
	return RECIPROCAL_PI * ( shininess * 0.5 + 1.0 ) * pow( dotNH, shininess );
}
vec3 BRDF_BlinnPhong( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 specularColor, const in float shininess ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( specularColor, 1.0, dotVH );
	float G = G_BlinnPhong_Implicit( );
	float D = D_BlinnPhong( shininess, dotNH );
	return F * ( G * D );
} // validated`,lv=`#ifdef USE_IRIDESCENCE
	const mat3 XYZ_TO_REC709 = mat3(
		 3.2404542, -0.9692660,  0.0556434,
		-1.5371385,  1.8760108, -0.2040259,
		-0.4985314,  0.0415560,  1.0572252
	);
	vec3 Fresnel0ToIor( vec3 fresnel0 ) {
		vec3 sqrtF0 = sqrt( fresnel0 );
		return ( vec3( 1.0 ) + sqrtF0 ) / ( vec3( 1.0 ) - sqrtF0 );
	}
	vec3 IorToFresnel0( vec3 transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - vec3( incidentIor ) ) / ( transmittedIor + vec3( incidentIor ) ) );
	}
	float IorToFresnel0( float transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - incidentIor ) / ( transmittedIor + incidentIor ));
	}
	vec3 evalSensitivity( float OPD, vec3 shift ) {
		float phase = 2.0 * PI * OPD * 1.0e-9;
		vec3 val = vec3( 5.4856e-13, 4.4201e-13, 5.2481e-13 );
		vec3 pos = vec3( 1.6810e+06, 1.7953e+06, 2.2084e+06 );
		vec3 var = vec3( 4.3278e+09, 9.3046e+09, 6.6121e+09 );
		vec3 xyz = val * sqrt( 2.0 * PI * var ) * cos( pos * phase + shift ) * exp( - pow2( phase ) * var );
		xyz.x += 9.7470e-14 * sqrt( 2.0 * PI * 4.5282e+09 ) * cos( 2.2399e+06 * phase + shift[ 0 ] ) * exp( - 4.5282e+09 * pow2( phase ) );
		xyz /= 1.0685e-7;
		vec3 rgb = XYZ_TO_REC709 * xyz;
		return rgb;
	}
	vec3 evalIridescence( float outsideIOR, float eta2, float cosTheta1, float thinFilmThickness, vec3 baseF0 ) {
		vec3 I;
		float iridescenceIOR = mix( outsideIOR, eta2, smoothstep( 0.0, 0.03, thinFilmThickness ) );
		float sinTheta2Sq = pow2( outsideIOR / iridescenceIOR ) * ( 1.0 - pow2( cosTheta1 ) );
		float cosTheta2Sq = 1.0 - sinTheta2Sq;
		if ( cosTheta2Sq < 0.0 ) {
			return vec3( 1.0 );
		}
		float cosTheta2 = sqrt( cosTheta2Sq );
		float R0 = IorToFresnel0( iridescenceIOR, outsideIOR );
		float R12 = F_Schlick( R0, 1.0, cosTheta1 );
		float T121 = 1.0 - R12;
		float phi12 = 0.0;
		if ( iridescenceIOR < outsideIOR ) phi12 = PI;
		float phi21 = PI - phi12;
		vec3 baseIOR = Fresnel0ToIor( clamp( baseF0, 0.0, 0.9999 ) );		vec3 R1 = IorToFresnel0( baseIOR, iridescenceIOR );
		vec3 R23 = F_Schlick( R1, 1.0, cosTheta2 );
		vec3 phi23 = vec3( 0.0 );
		if ( baseIOR[ 0 ] < iridescenceIOR ) phi23[ 0 ] = PI;
		if ( baseIOR[ 1 ] < iridescenceIOR ) phi23[ 1 ] = PI;
		if ( baseIOR[ 2 ] < iridescenceIOR ) phi23[ 2 ] = PI;
		float OPD = 2.0 * iridescenceIOR * thinFilmThickness * cosTheta2;
		vec3 phi = vec3( phi21 ) + phi23;
		vec3 R123 = clamp( R12 * R23, 1e-5, 0.9999 );
		vec3 r123 = sqrt( R123 );
		vec3 Rs = pow2( T121 ) * R23 / ( vec3( 1.0 ) - R123 );
		vec3 C0 = R12 + Rs;
		I = C0;
		vec3 Cm = Rs - T121;
		for ( int m = 1; m <= 2; ++ m ) {
			Cm *= r123;
			vec3 Sm = 2.0 * evalSensitivity( float( m ) * OPD, float( m ) * phi );
			I += Cm * Sm;
		}
		return max( I, vec3( 0.0 ) );
	}
#endif`,cv=`#ifdef USE_BUMPMAP
	uniform sampler2D bumpMap;
	uniform float bumpScale;
	vec2 dHdxy_fwd() {
		vec2 dSTdx = dFdx( vBumpMapUv );
		vec2 dSTdy = dFdy( vBumpMapUv );
		float Hll = bumpScale * texture2D( bumpMap, vBumpMapUv ).x;
		float dBx = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdx ).x - Hll;
		float dBy = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdy ).x - Hll;
		return vec2( dBx, dBy );
	}
	vec3 perturbNormalArb( vec3 surf_pos, vec3 surf_norm, vec2 dHdxy, float faceDirection ) {
		vec3 vSigmaX = normalize( dFdx( surf_pos.xyz ) );
		vec3 vSigmaY = normalize( dFdy( surf_pos.xyz ) );
		vec3 vN = surf_norm;
		vec3 R1 = cross( vSigmaY, vN );
		vec3 R2 = cross( vN, vSigmaX );
		float fDet = dot( vSigmaX, R1 ) * faceDirection;
		vec3 vGrad = sign( fDet ) * ( dHdxy.x * R1 + dHdxy.y * R2 );
		return normalize( abs( fDet ) * surf_norm - vGrad );
	}
#endif`,hv=`#if NUM_CLIPPING_PLANES > 0
	vec4 plane;
	#ifdef ALPHA_TO_COVERAGE
		float distanceToPlane, distanceGradient;
		float clipOpacity = 1.0;
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
			distanceGradient = fwidth( distanceToPlane ) / 2.0;
			clipOpacity *= smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			if ( clipOpacity == 0.0 ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			float unionClipOpacity = 1.0;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
				distanceGradient = fwidth( distanceToPlane ) / 2.0;
				unionClipOpacity *= 1.0 - smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			}
			#pragma unroll_loop_end
			clipOpacity *= 1.0 - unionClipOpacity;
		#endif
		diffuseColor.a *= clipOpacity;
		if ( diffuseColor.a == 0.0 ) discard;
	#else
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			if ( dot( vClipPosition, plane.xyz ) > plane.w ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			bool clipped = true;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				clipped = ( dot( vClipPosition, plane.xyz ) > plane.w ) && clipped;
			}
			#pragma unroll_loop_end
			if ( clipped ) discard;
		#endif
	#endif
#endif`,uv=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
	uniform vec4 clippingPlanes[ NUM_CLIPPING_PLANES ];
#endif`,dv=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
#endif`,fv=`#if NUM_CLIPPING_PLANES > 0
	vClipPosition = - mvPosition.xyz;
#endif`,pv=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	diffuseColor *= vColor;
#endif`,mv=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#endif`,gv=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	varying vec4 vColor;
#endif`,_v=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	vColor = vec4( 1.0 );
#endif
#ifdef USE_COLOR_ALPHA
	vColor *= color;
#elif defined( USE_COLOR )
	vColor.rgb *= color;
#endif
#ifdef USE_INSTANCING_COLOR
	vColor.rgb *= instanceColor.rgb;
#endif
#ifdef USE_BATCHING_COLOR
	vColor *= getBatchingColor( getIndirectIndex( gl_DrawID ) );
#endif`,xv=`#define PI 3.141592653589793
#define PI2 6.283185307179586
#define PI_HALF 1.5707963267948966
#define RECIPROCAL_PI 0.3183098861837907
#define RECIPROCAL_PI2 0.15915494309189535
#define EPSILON 1e-6
#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
#define whiteComplement( a ) ( 1.0 - saturate( a ) )
float pow2( const in float x ) { return x*x; }
vec3 pow2( const in vec3 x ) { return x*x; }
float pow3( const in float x ) { return x*x*x; }
float pow4( const in float x ) { float x2 = x*x; return x2*x2; }
float max3( const in vec3 v ) { return max( max( v.x, v.y ), v.z ); }
float average( const in vec3 v ) { return dot( v, vec3( 0.3333333 ) ); }
highp float rand( const in vec2 uv ) {
	const highp float a = 12.9898, b = 78.233, c = 43758.5453;
	highp float dt = dot( uv.xy, vec2( a,b ) ), sn = mod( dt, PI );
	return fract( sin( sn ) * c );
}
#ifdef HIGH_PRECISION
	float precisionSafeLength( vec3 v ) { return length( v ); }
#else
	float precisionSafeLength( vec3 v ) {
		float maxComponent = max3( abs( v ) );
		return length( v / maxComponent ) * maxComponent;
	}
#endif
struct IncidentLight {
	vec3 color;
	vec3 direction;
	bool visible;
};
struct ReflectedLight {
	vec3 directDiffuse;
	vec3 directSpecular;
	vec3 indirectDiffuse;
	vec3 indirectSpecular;
};
#ifdef USE_ALPHAHASH
	varying vec3 vPosition;
#endif
vec3 transformDirection( in vec3 dir, in mat4 matrix ) {
	return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );
}
#define inverseTransformDirection transformDirectionByInverseViewMatrix
vec3 transformNormalByInverseViewMatrix( in vec3 normal, in mat4 viewMatrix ) {
	return normalize( ( vec4( normal, 0.0 ) * viewMatrix ).xyz );
}
vec3 transformDirectionByInverseViewMatrix( in vec3 dir, in mat4 viewMatrix ) {
	return normalize( ( vec4( dir, 0.0 ) * viewMatrix ).xyz );
}
bool isPerspectiveMatrix( mat4 m ) {
	return m[ 2 ][ 3 ] == - 1.0;
}
vec2 equirectUv( in vec3 dir ) {
	float u = atan( dir.z, dir.x ) * RECIPROCAL_PI2 + 0.5;
	float v = asin( clamp( dir.y, - 1.0, 1.0 ) ) * RECIPROCAL_PI + 0.5;
	return vec2( u, v );
}
vec3 BRDF_Lambert( const in vec3 diffuseColor ) {
	return RECIPROCAL_PI * diffuseColor;
}
vec3 F_Schlick( const in vec3 f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
}
float F_Schlick( const in float f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
} // validated`,yv=`vec3 transformedNormal = objectNormal;
#ifdef USE_TANGENT
	vec3 transformedTangent = objectTangent;
#endif
#ifdef USE_BATCHING
	mat3 bm = mat3( batchingMatrix );
	transformedNormal /= vec3( dot( bm[ 0 ], bm[ 0 ] ), dot( bm[ 1 ], bm[ 1 ] ), dot( bm[ 2 ], bm[ 2 ] ) );
	transformedNormal = bm * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = bm * transformedTangent;
	#endif
#endif
#ifdef USE_INSTANCING
	mat3 im = mat3( instanceMatrix );
	transformedNormal /= vec3( dot( im[ 0 ], im[ 0 ] ), dot( im[ 1 ], im[ 1 ] ), dot( im[ 2 ], im[ 2 ] ) );
	transformedNormal = im * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = im * transformedTangent;
	#endif
#endif
transformedNormal = normalMatrix * transformedNormal;
#ifdef FLIP_SIDED
	transformedNormal = - transformedNormal;
#endif
#ifdef USE_TANGENT
	transformedTangent = ( modelViewMatrix * vec4( transformedTangent, 0.0 ) ).xyz;
#endif`,vv=`#ifdef USE_DISPLACEMENTMAP
	uniform sampler2D displacementMap;
	uniform float displacementScale;
	uniform float displacementBias;
#endif`,Sv=`#ifdef USE_DISPLACEMENTMAP
	transformed += normalize( objectNormal ) * ( texture2D( displacementMap, vDisplacementMapUv ).x * displacementScale + displacementBias );
#endif`,Mv=`#ifdef USE_EMISSIVEMAP
	vec4 emissiveColor = texture2D( emissiveMap, vEmissiveMapUv );
	#ifdef DECODE_VIDEO_TEXTURE_EMISSIVE
		emissiveColor = sRGBTransferEOTF( emissiveColor );
	#endif
	totalEmissiveRadiance *= emissiveColor.rgb;
#endif`,bv=`#ifdef USE_EMISSIVEMAP
	uniform sampler2D emissiveMap;
#endif`,wv="gl_FragColor = linearToOutputTexel( gl_FragColor );",Tv=`vec4 LinearTransferOETF( in vec4 value ) {
	return value;
}
vec4 sRGBTransferEOTF( in vec4 value ) {
	return vec4( mix( pow( value.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), value.rgb * 0.0773993808, vec3( lessThanEqual( value.rgb, vec3( 0.04045 ) ) ) ), value.a );
}
vec4 sRGBTransferOETF( in vec4 value ) {
	return vec4( mix( pow( value.rgb, vec3( 0.41666 ) ) * 1.055 - vec3( 0.055 ), value.rgb * 12.92, vec3( lessThanEqual( value.rgb, vec3( 0.0031308 ) ) ) ), value.a );
}`,Ev=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vec3 cameraToFrag;
		if ( isOrthographic ) {
			cameraToFrag = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToFrag = normalize( vWorldPosition - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vec3 reflectVec = reflect( cameraToFrag, worldNormal );
		#else
			vec3 reflectVec = refract( cameraToFrag, worldNormal, refractionRatio );
		#endif
	#else
		vec3 reflectVec = vReflect;
	#endif
	#ifdef ENVMAP_TYPE_CUBE
		vec4 envColor = textureCube( envMap, envMapRotation * reflectVec );
		#ifdef ENVMAP_BLENDING_MULTIPLY
			outgoingLight = mix( outgoingLight, outgoingLight * envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_MIX )
			outgoingLight = mix( outgoingLight, envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_ADD )
			outgoingLight += envColor.xyz * specularStrength * reflectivity;
		#endif
	#endif
#endif`,Av=`#ifdef USE_ENVMAP
	uniform float envMapIntensity;
	uniform mat3 envMapRotation;
	uniform samplerCube envMap;
	#ifdef ENVMAP_TYPE_PMREM
		float roughnessToMip( const in float roughness ) {
			float r = clamp( roughness, 0.0, 1.0 );
			return ENVMAP_MAX_LOD * r * ( 2.0 - r );
		}
	#endif
#endif`,Cv=`#ifdef USE_ENVMAP
	uniform float reflectivity;
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		varying vec3 vWorldPosition;
		uniform float refractionRatio;
	#else
		varying vec3 vReflect;
	#endif
#endif`,Rv=`#ifdef USE_ENVMAP
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		
		varying vec3 vWorldPosition;
	#else
		varying vec3 vReflect;
		uniform float refractionRatio;
	#endif
#endif`,Pv=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vWorldPosition = worldPosition.xyz;
	#else
		vec3 cameraToVertex;
		if ( isOrthographic ) {
			cameraToVertex = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToVertex = normalize( worldPosition.xyz - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vReflect = reflect( cameraToVertex, worldNormal );
		#else
			vReflect = refract( cameraToVertex, worldNormal, refractionRatio );
		#endif
	#endif
#endif`,Iv=`#ifdef USE_FOG
	vFogDepth = - mvPosition.z;
#endif`,Lv=`#ifdef USE_FOG
	varying float vFogDepth;
#endif`,Dv=`#ifdef USE_FOG
	#ifdef FOG_EXP2
		float fogFactor = 1.0 - exp( - fogDensity * fogDensity * vFogDepth * vFogDepth );
	#else
		float fogFactor = smoothstep( fogNear, fogFar, vFogDepth );
	#endif
	gl_FragColor.rgb = mix( gl_FragColor.rgb, fogColor, fogFactor );
#endif`,Nv=`#ifdef USE_FOG
	uniform vec3 fogColor;
	varying float vFogDepth;
	#ifdef FOG_EXP2
		uniform float fogDensity;
	#else
		uniform float fogNear;
		uniform float fogFar;
	#endif
#endif`,Uv=`#ifdef USE_GRADIENTMAP
	uniform sampler2D gradientMap;
#endif
vec3 getGradientIrradiance( vec3 normal, vec3 lightDirection ) {
	float dotNL = dot( normal, lightDirection );
	vec2 coord = vec2( dotNL * 0.5 + 0.5, 0.0 );
	#ifdef USE_GRADIENTMAP
		return vec3( texture2D( gradientMap, coord ).r );
	#else
		vec2 fw = fwidth( coord ) * 0.5;
		return mix( vec3( 0.7 ), vec3( 1.0 ), smoothstep( 0.7 - fw.x, 0.7 + fw.x, coord.x ) );
	#endif
}`,Ov=`#ifdef USE_LIGHTMAP
	uniform sampler2D lightMap;
	uniform float lightMapIntensity;
#endif`,Fv=`LambertMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularStrength = specularStrength;`,Bv=`varying vec3 vViewPosition;
struct LambertMaterial {
	vec3 diffuseColor;
	float specularStrength;
};
void RE_Direct_Lambert( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Lambert( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Lambert
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Lambert`,kv=`uniform bool receiveShadow;
uniform vec3 ambientLightColor;
#if defined( USE_LIGHT_PROBES )
	uniform vec3 lightProbe[ 9 ];
#endif
vec3 shGetIrradianceAt( in vec3 normal, in vec3 shCoefficients[ 9 ] ) {
	float x = normal.x, y = normal.y, z = normal.z;
	vec3 result = shCoefficients[ 0 ] * 0.886227;
	result += shCoefficients[ 1 ] * 2.0 * 0.511664 * y;
	result += shCoefficients[ 2 ] * 2.0 * 0.511664 * z;
	result += shCoefficients[ 3 ] * 2.0 * 0.511664 * x;
	result += shCoefficients[ 4 ] * 2.0 * 0.429043 * x * y;
	result += shCoefficients[ 5 ] * 2.0 * 0.429043 * y * z;
	result += shCoefficients[ 6 ] * ( 0.743125 * z * z - 0.247708 );
	result += shCoefficients[ 7 ] * 2.0 * 0.429043 * x * z;
	result += shCoefficients[ 8 ] * 0.429043 * ( x * x - y * y );
	return result;
}
vec3 getLightProbeIrradiance( const in vec3 lightProbe[ 9 ], const in vec3 normal ) {
	vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec3 irradiance = shGetIrradianceAt( worldNormal, lightProbe );
	return irradiance;
}
vec3 getAmbientLightIrradiance( const in vec3 ambientLightColor ) {
	vec3 irradiance = ambientLightColor;
	return irradiance;
}
float getDistanceAttenuation( const in float lightDistance, const in float cutoffDistance, const in float decayExponent ) {
	float distanceFalloff = 1.0 / max( pow( lightDistance, decayExponent ), 0.01 );
	if ( cutoffDistance > 0.0 ) {
		distanceFalloff *= pow2( saturate( 1.0 - pow4( lightDistance / cutoffDistance ) ) );
	}
	return distanceFalloff;
}
float getSpotAttenuation( const in float coneCosine, const in float penumbraCosine, const in float angleCosine ) {
	return smoothstep( coneCosine, penumbraCosine, angleCosine );
}
#if NUM_SUN_LIGHTS > 0
	struct SunLight {
		vec3 direction;
		vec3 color;
	};
	uniform SunLight sunLights[ NUM_SUN_LIGHTS ];
	void getSunLightInfo( const in SunLight sunLight, out IncidentLight light ) {
		light.color = sunLight.color;
		light.direction = sunLight.direction;
		light.visible = true;
	}
#endif
#if NUM_DIR_LIGHTS > 0
	struct DirectionalLight {
		vec3 direction;
		vec3 color;
	};
	uniform DirectionalLight directionalLights[ NUM_DIR_LIGHTS ];
	void getDirectionalLightInfo( const in DirectionalLight directionalLight, out IncidentLight light ) {
		light.color = directionalLight.color;
		light.direction = directionalLight.direction;
		light.visible = true;
	}
#endif
#if NUM_POINT_LIGHTS > 0
	struct PointLight {
		vec3 position;
		vec3 color;
		float distance;
		float decay;
	};
	uniform PointLight pointLights[ NUM_POINT_LIGHTS ];
	void getPointLightInfo( const in PointLight pointLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = pointLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float lightDistance = length( lVector );
		light.color = pointLight.color;
		light.color *= getDistanceAttenuation( lightDistance, pointLight.distance, pointLight.decay );
		light.visible = ( light.color != vec3( 0.0 ) );
	}
#endif
#if NUM_SPOT_LIGHTS > 0
	struct SpotLight {
		vec3 position;
		vec3 direction;
		vec3 color;
		float distance;
		float decay;
		float coneCos;
		float penumbraCos;
	};
	uniform SpotLight spotLights[ NUM_SPOT_LIGHTS ];
	void getSpotLightInfo( const in SpotLight spotLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = spotLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float angleCos = dot( light.direction, spotLight.direction );
		float spotAttenuation = getSpotAttenuation( spotLight.coneCos, spotLight.penumbraCos, angleCos );
		if ( spotAttenuation > 0.0 ) {
			float lightDistance = length( lVector );
			light.color = spotLight.color * spotAttenuation;
			light.color *= getDistanceAttenuation( lightDistance, spotLight.distance, spotLight.decay );
			light.visible = ( light.color != vec3( 0.0 ) );
		} else {
			light.color = vec3( 0.0 );
			light.visible = false;
		}
	}
#endif
#if NUM_RECT_AREA_LIGHTS > 0
	struct RectAreaLight {
		vec3 color;
		vec3 position;
		vec3 halfWidth;
		vec3 halfHeight;
	};
	uniform sampler2D ltc_1;	uniform sampler2D ltc_2;
	uniform RectAreaLight rectAreaLights[ NUM_RECT_AREA_LIGHTS ];
#endif
#if NUM_HEMI_LIGHTS > 0
	struct HemisphereLight {
		vec3 direction;
		vec3 skyColor;
		vec3 groundColor;
	};
	uniform HemisphereLight hemisphereLights[ NUM_HEMI_LIGHTS ];
	vec3 getHemisphereLightIrradiance( const in HemisphereLight hemiLight, const in vec3 normal ) {
		float dotNL = dot( normal, hemiLight.direction );
		float hemiDiffuseWeight = 0.5 * dotNL + 0.5;
		vec3 irradiance = mix( hemiLight.groundColor, hemiLight.skyColor, hemiDiffuseWeight );
		return irradiance;
	}
#endif
#include <lightprobes_pars_fragment>`,zv=`#ifdef USE_ENVMAP
	vec3 getIBLIrradiance( const in vec3 normal ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * worldNormal, ENVMAP_MAX_LOD );
			return PI * envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	vec3 getIBLRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 reflectVec = reflect( - viewDir, normal );
			reflectVec = normalize( mix( reflectVec, normal, pow4( roughness ) ) );
			reflectVec = transformDirectionByInverseViewMatrix( reflectVec, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * reflectVec, roughnessToMip( roughness ) );
			return envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	#ifdef USE_RETROREFLECTION
		vec3 getIBLRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 retroVec = normalize( mix( viewDir, normal, pow4( roughness ) ) );
				retroVec = transformDirectionByInverseViewMatrix( retroVec, viewMatrix );
				vec4 envMapColor = textureLod( envMap, envMapRotation * retroVec, roughnessToMip( roughness ) );
				return envMapColor.rgb * envMapIntensity;
			#else
				return vec3( 0.0 );
			#endif
		}
	#endif
	#ifdef USE_ANISOTROPY
		vec3 getIBLAnisotropyRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 bentNormal = cross( bitangent, viewDir );
				bentNormal = normalize( cross( bentNormal, bitangent ) );
				bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
				return getIBLRadiance( viewDir, bentNormal, roughness );
			#else
				return vec3( 0.0 );
			#endif
		}
		#ifdef USE_RETROREFLECTION
			vec3 getIBLAnisotropyRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
				#ifdef ENVMAP_TYPE_PMREM
					vec3 bentNormal = cross( bitangent, viewDir );
					bentNormal = normalize( cross( bentNormal, bitangent ) );
					bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
					return getIBLRetroRadiance( viewDir, bentNormal, roughness );
				#else
					return vec3( 0.0 );
				#endif
			}
		#endif
	#endif
#endif`,Vv=`ToonMaterial material;
material.diffuseColor = diffuseColor.rgb;`,Gv=`varying vec3 vViewPosition;
struct ToonMaterial {
	vec3 diffuseColor;
};
void RE_Direct_Toon( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 irradiance = getGradientIrradiance( geometryNormal, directLight.direction ) * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Toon( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Toon
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Toon`,Hv=`BlinnPhongMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularColor = specular;
material.specularShininess = shininess;
material.specularStrength = specularStrength;`,Wv=`varying vec3 vViewPosition;
struct BlinnPhongMaterial {
	vec3 diffuseColor;
	vec3 specularColor;
	float specularShininess;
	float specularStrength;
};
void RE_Direct_BlinnPhong( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
	reflectedLight.directSpecular += irradiance * BRDF_BlinnPhong( directLight.direction, geometryViewDir, geometryNormal, material.specularColor, material.specularShininess ) * material.specularStrength;
}
void RE_IndirectDiffuse_BlinnPhong( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_BlinnPhong
#define RE_IndirectDiffuse		RE_IndirectDiffuse_BlinnPhong`,Xv=`PhysicalMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.diffuseContribution = diffuseColor.rgb * ( 1.0 - metalnessFactor );
material.metalness = metalnessFactor;
vec3 dxy = max( abs( dFdx( nonPerturbedNormal ) ), abs( dFdy( nonPerturbedNormal ) ) );
float geometryRoughness = max( max( dxy.x, dxy.y ), dxy.z );
material.roughness = max( roughnessFactor, 0.045 );
material.roughness += geometryRoughness;
material.roughness = min( material.roughness, 1.0 );
#ifdef USE_DIFFUSE_ROUGHNESS
	float diffuseRoughnessFactor = diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		diffuseRoughnessFactor *= texture2D( diffuseRoughnessMap, vDiffuseRoughnessMapUv ).r;
	#endif
	material.diffuseRoughness = saturate( diffuseRoughnessFactor );
#endif
#ifdef IOR
	material.ior = ior;
	#ifdef USE_SPECULAR
		float specularIntensityFactor = specularIntensity;
		vec3 specularColorFactor = specularColor;
		#ifdef USE_SPECULAR_COLORMAP
			specularColorFactor *= texture2D( specularColorMap, vSpecularColorMapUv ).rgb;
		#endif
		#ifdef USE_SPECULAR_INTENSITYMAP
			specularIntensityFactor *= texture2D( specularIntensityMap, vSpecularIntensityMapUv ).a;
		#endif
		material.specularF90 = mix( specularIntensityFactor, 1.0, metalnessFactor );
	#else
		float specularIntensityFactor = 1.0;
		vec3 specularColorFactor = vec3( 1.0 );
		material.specularF90 = 1.0;
	#endif
	material.specularColor = min( pow2( ( material.ior - 1.0 ) / ( material.ior + 1.0 ) ) * specularColorFactor, vec3( 1.0 ) ) * specularIntensityFactor;
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
#else
	material.specularColor = vec3( 0.04 );
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
	material.specularF90 = 1.0;
#endif
#ifdef USE_CLEARCOAT
	material.clearcoat = clearcoat;
	material.clearcoatRoughness = clearcoatRoughness;
	material.clearcoatF0 = vec3( 0.04 );
	material.clearcoatF90 = 1.0;
	#ifdef USE_CLEARCOATMAP
		material.clearcoat *= texture2D( clearcoatMap, vClearcoatMapUv ).x;
	#endif
	#ifdef USE_CLEARCOAT_ROUGHNESSMAP
		material.clearcoatRoughness *= texture2D( clearcoatRoughnessMap, vClearcoatRoughnessMapUv ).y;
	#endif
	material.clearcoat = saturate( material.clearcoat );	material.clearcoatRoughness = max( material.clearcoatRoughness, 0.045 );
	material.clearcoatRoughness += geometryRoughness;
	material.clearcoatRoughness = min( material.clearcoatRoughness, 1.0 );
#endif
#ifdef USE_DISPERSION
	material.dispersion = dispersion;
#endif
#ifdef USE_RETROREFLECTION
	material.retroreflectivity = retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	material.iridescence = iridescence;
	material.iridescenceIOR = iridescenceIOR;
	#ifdef USE_IRIDESCENCEMAP
		material.iridescence *= texture2D( iridescenceMap, vIridescenceMapUv ).r;
	#endif
	#ifdef USE_IRIDESCENCE_THICKNESSMAP
		material.iridescenceThickness = (iridescenceThicknessMaximum - iridescenceThicknessMinimum) * texture2D( iridescenceThicknessMap, vIridescenceThicknessMapUv ).g + iridescenceThicknessMinimum;
	#else
		material.iridescenceThickness = iridescenceThicknessMaximum;
	#endif
#endif
#ifdef USE_SHEEN
	material.sheenColor = sheenColor;
	#ifdef USE_SHEEN_COLORMAP
		material.sheenColor *= texture2D( sheenColorMap, vSheenColorMapUv ).rgb;
	#endif
	material.sheenRoughness = clamp( sheenRoughness, 0.0001, 1.0 );
	#ifdef USE_SHEEN_ROUGHNESSMAP
		material.sheenRoughness *= texture2D( sheenRoughnessMap, vSheenRoughnessMapUv ).a;
	#endif
#endif
#ifdef USE_ANISOTROPY
	#ifdef USE_ANISOTROPYMAP
		mat2 anisotropyMat = mat2( anisotropyVector.x, anisotropyVector.y, - anisotropyVector.y, anisotropyVector.x );
		vec3 anisotropyPolar = texture2D( anisotropyMap, vAnisotropyMapUv ).rgb;
		vec2 anisotropyV = anisotropyMat * normalize( 2.0 * anisotropyPolar.rg - vec2( 1.0 ) ) * anisotropyPolar.b;
	#else
		vec2 anisotropyV = anisotropyVector;
	#endif
	material.anisotropy = length( anisotropyV );
	if( material.anisotropy == 0.0 ) {
		anisotropyV = vec2( 1.0, 0.0 );
	} else {
		anisotropyV /= material.anisotropy;
		material.anisotropy = saturate( material.anisotropy );
	}
	material.alphaT = mix( pow2( material.roughness ), 1.0, pow2( material.anisotropy ) );
	material.anisotropyT = tbn[ 0 ] * anisotropyV.x + tbn[ 1 ] * anisotropyV.y;
	material.anisotropyB = tbn[ 1 ] * anisotropyV.x - tbn[ 0 ] * anisotropyV.y;
#endif`,qv=`uniform sampler2D dfgLUT;
struct PhysicalMaterial {
	vec3 diffuseColor;
	vec3 diffuseContribution;
	vec3 specularColor;
	vec3 specularColorBlended;
	float roughness;
	float metalness;
	float specularF90;
	float dispersion;
	vec2 dfg;
	vec3 multiScatteringCompensation;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float diffuseRoughness;
	#endif
	#ifdef USE_RETROREFLECTION
		float retroreflectivity;
	#endif
	#ifdef USE_CLEARCOAT
		float clearcoat;
		float clearcoatRoughness;
		vec3 clearcoatF0;
		float clearcoatF90;
	#endif
	#ifdef USE_IRIDESCENCE
		float iridescence;
		float iridescenceIOR;
		float iridescenceThickness;
		vec3 iridescenceFresnel;
		vec3 iridescenceF0Dielectric;
		vec3 iridescenceF0Metallic;
	#endif
	#ifdef USE_SHEEN
		vec3 sheenColor;
		float sheenRoughness;
	#endif
	#ifdef IOR
		float ior;
	#endif
	#ifdef USE_TRANSMISSION
		float transmission;
		float transmissionAlpha;
		float thickness;
		float attenuationDistance;
		vec3 attenuationColor;
	#endif
	#ifdef USE_ANISOTROPY
		float anisotropy;
		float alphaT;
		vec3 anisotropyT;
		vec3 anisotropyB;
	#endif
};
vec3 clearcoatSpecularDirect = vec3( 0.0 );
vec3 clearcoatSpecularIndirect = vec3( 0.0 );
vec3 sheenSpecularDirect = vec3( 0.0 );
vec3 sheenSpecularIndirect = vec3(0.0 );
vec3 Schlick_to_F0( const in vec3 f, const in float f90, const in float dotVH ) {
    float x = clamp( 1.0 - dotVH, 0.0, 1.0 );
    float x2 = x * x;
    float x5 = clamp( x * x2 * x2, 0.0, 0.9999 );
    return ( f - vec3( f90 ) * x5 ) / ( 1.0 - x5 );
}
#ifdef USE_DIFFUSE_ROUGHNESS
	const float EON_EPSILON = 1e-7;
	float FON_DirectionalAlbedo( const in float mu, const in float roughness, const in float A ) {
		float muComp = 1.0 - mu;
		float gOverPi = muComp * ( 0.0571085289 + muComp * ( 0.491881867 + muComp * ( - 0.332181442 + muComp * 0.0714429953 ) ) );
		return A * ( 1.0 + roughness * gOverPi );
	}
	vec3 BRDF_EON( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 diffuseColor, const in float roughness ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return BRDF_Lambert( rho );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float s = dot( lightDir, viewDir ) - dotNL * dotNV;
		float sOverT = ( s > 0.0 ) ? s / max( max( dotNL, dotNV ), EON_EPSILON ) : s;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		vec3 singleScatter = rho * RECIPROCAL_PI * A * ( 1.0 + roughness * sOverT );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		float albedoV = FON_DirectionalAlbedo( dotNV, roughness, A );
		float albedoL = FON_DirectionalAlbedo( dotNL, roughness, A );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		vec3 multiScatter = rhoMultiScatter * RECIPROCAL_PI
			* max( EON_EPSILON, 1.0 - albedoV )
			* max( EON_EPSILON, 1.0 - albedoL )
			/ max( EON_EPSILON, 1.0 - averageAlbedo );
		return singleScatter + multiScatter;
	}
	vec3 EON_DirectionalAlbedo( const in vec3 diffuseColor, const in float roughness, const in float dotNV ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return rho;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		float directionalAlbedo = FON_DirectionalAlbedo( dotNV, roughness, A );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		return rho * directionalAlbedo + rhoMultiScatter * ( 1.0 - directionalAlbedo );
	}
#endif
float V_GGX_SmithCorrelated( const in float alpha, const in float dotNL, const in float dotNV ) {
	float a2 = pow2( alpha );
	float gv = dotNL * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNV ) );
	float gl = dotNV * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNL ) );
	return 0.5 / max( gv + gl, EPSILON );
}
float D_GGX( const in float alpha, const in float dotNH ) {
	float a2 = pow2( alpha );
	float denom = pow2( dotNH ) * ( a2 - 1.0 ) + 1.0;
	return RECIPROCAL_PI * a2 / pow2( denom );
}
#ifdef USE_ANISOTROPY
	float V_GGX_SmithCorrelated_Anisotropic( const in float alphaT, const in float alphaB, const in float dotTV, const in float dotBV, const in float dotTL, const in float dotBL, const in float dotNV, const in float dotNL ) {
		float gv = dotNL * length( vec3( alphaT * dotTV, alphaB * dotBV, dotNV ) );
		float gl = dotNV * length( vec3( alphaT * dotTL, alphaB * dotBL, dotNL ) );
		return 0.5 / max( gv + gl, EPSILON );
	}
	float D_GGX_Anisotropic( const in float alphaT, const in float alphaB, const in float dotNH, const in float dotTH, const in float dotBH ) {
		float a2 = alphaT * alphaB;
		highp vec3 v = vec3( alphaB * dotTH, alphaT * dotBH, a2 * dotNH );
		highp float v2 = dot( v, v );
		float w2 = a2 / v2;
		return RECIPROCAL_PI * a2 * pow2 ( w2 );
	}
#endif
#ifdef USE_CLEARCOAT
	vec3 BRDF_GGX_Clearcoat( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material) {
		vec3 f0 = material.clearcoatF0;
		float f90 = material.clearcoatF90;
		float roughness = max( material.clearcoatRoughness, 0.045 );
		float alpha = pow2( roughness );
		vec3 halfDir = normalize( lightDir + viewDir );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float dotNH = saturate( dot( normal, halfDir ) );
		float dotVH = saturate( dot( viewDir, halfDir ) );
		vec3 F = F_Schlick( f0, f90, dotVH );
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
		return F * ( V * D );
	}
#endif
vec3 BRDF_GGX( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material ) {
	vec3 f0 = material.specularColorBlended;
	float f90 = material.specularF90;
	float roughness = max( material.roughness, 0.045 );
	float alpha = pow2( roughness );
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( f0, f90, dotVH );
	#ifdef USE_IRIDESCENCE
		F = mix( F, material.iridescenceFresnel, material.iridescence );
	#endif
	#ifdef USE_ANISOTROPY
		float dotTL = dot( material.anisotropyT, lightDir );
		float dotTV = dot( material.anisotropyT, viewDir );
		float dotTH = dot( material.anisotropyT, halfDir );
		float dotBL = dot( material.anisotropyB, lightDir );
		float dotBV = dot( material.anisotropyB, viewDir );
		float dotBH = dot( material.anisotropyB, halfDir );
		float alphaT = max( material.alphaT, alpha );
		float V = V_GGX_SmithCorrelated_Anisotropic( alphaT, alpha, dotTV, dotBV, dotTL, dotBL, dotNV, dotNL );
		float D = D_GGX_Anisotropic( alphaT, alpha, dotNH, dotTH, dotBH );
	#else
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
	#endif
	return F * ( V * D );
}
vec2 LTC_Uv( const in vec3 N, const in vec3 V, const in float roughness ) {
	const float LUT_SIZE = 64.0;
	const float LUT_SCALE = ( LUT_SIZE - 1.0 ) / LUT_SIZE;
	const float LUT_BIAS = 0.5 / LUT_SIZE;
	float dotNV = saturate( dot( N, V ) );
	vec2 uv = vec2( roughness, sqrt( 1.0 - dotNV ) );
	uv = uv * LUT_SCALE + LUT_BIAS;
	return uv;
}
float LTC_ClippedSphereFormFactor( const in vec3 f ) {
	float l = length( f );
	return max( ( l * l + f.z ) / ( l + 1.0 ), 0.0 );
}
vec3 LTC_EdgeVectorFormFactor( const in vec3 v1, const in vec3 v2 ) {
	float x = dot( v1, v2 );
	float y = abs( x );
	float a = 0.8543985 + ( 0.4965155 + 0.0145206 * y ) * y;
	float b = 3.4175940 + ( 4.1616724 + y ) * y;
	float v = a / b;
	float theta_sintheta = ( x > 0.0 ) ? v : 0.5 * inversesqrt( max( 1.0 - x * x, 1e-7 ) ) - v;
	return cross( v1, v2 ) * theta_sintheta;
}
vec3 LTC_Evaluate( const in vec3 N, const in vec3 V, const in vec3 P, const in mat3 mInv, const in vec3 rectCoords[ 4 ] ) {
	vec3 v1 = rectCoords[ 1 ] - rectCoords[ 0 ];
	vec3 v2 = rectCoords[ 3 ] - rectCoords[ 0 ];
	vec3 lightNormal = cross( v1, v2 );
	if( dot( lightNormal, P - rectCoords[ 0 ] ) < 0.0 ) return vec3( 0.0 );
	vec3 T1, T2;
	T1 = normalize( V - N * dot( V, N ) );
	T2 = - cross( N, T1 );
	mat3 mat = mInv * transpose( mat3( T1, T2, N ) );
	vec3 coords[ 4 ];
	coords[ 0 ] = mat * ( rectCoords[ 0 ] - P );
	coords[ 1 ] = mat * ( rectCoords[ 1 ] - P );
	coords[ 2 ] = mat * ( rectCoords[ 2 ] - P );
	coords[ 3 ] = mat * ( rectCoords[ 3 ] - P );
	coords[ 0 ] = normalize( coords[ 0 ] );
	coords[ 1 ] = normalize( coords[ 1 ] );
	coords[ 2 ] = normalize( coords[ 2 ] );
	coords[ 3 ] = normalize( coords[ 3 ] );
	vec3 vectorFormFactor = vec3( 0.0 );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 0 ], coords[ 1 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 1 ], coords[ 2 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 2 ], coords[ 3 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 3 ], coords[ 0 ] );
	float result = LTC_ClippedSphereFormFactor( vectorFormFactor );
	return vec3( result );
}
#if defined( USE_SHEEN )
float D_Charlie( float roughness, float dotNH ) {
	float alpha = pow2( roughness );
	float invAlpha = 1.0 / alpha;
	float cos2h = dotNH * dotNH;
	float sin2h = max( 1.0 - cos2h, 0.0078125 );
	return ( 2.0 + invAlpha ) * pow( sin2h, invAlpha * 0.5 ) / ( 2.0 * PI );
}
float V_Neubelt( float dotNV, float dotNL ) {
	return saturate( 1.0 / ( 4.0 * ( dotNL + dotNV - dotNL * dotNV ) ) );
}
vec3 BRDF_Sheen( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, vec3 sheenColor, const in float sheenRoughness ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float D = D_Charlie( sheenRoughness, dotNH );
	float V = V_Neubelt( dotNV, dotNL );
	return sheenColor * ( D * V );
}
#endif
float IBLSheenBRDF( const in vec3 normal, const in vec3 viewDir, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	float r2 = roughness * roughness;
	float rInv = 1.0 / ( roughness + 0.1 );
	float a = -1.9362 + 1.0678 * roughness + 0.4573 * r2 - 0.8469 * rInv;
	float b = -0.6014 + 0.5538 * roughness - 0.4670 * r2 - 0.1255 * rInv;
	float DG = exp( a * dotNV + b );
	return saturate( DG );
}
vec3 EnvironmentBRDF( const in vec3 normal, const in vec3 viewDir, const in vec3 specularColor, const in float specularF90, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	vec2 fab = texture2D( dfgLUT, vec2( roughness, dotNV ) ).rg;
	return specularColor * fab.x + specularF90 * fab.y;
}
#ifdef USE_IRIDESCENCE
void computeMultiscatteringIridescence( const in vec2 fab, const in vec3 specularColor, const in float specularF90, const in float iridescence, const in vec3 iridescenceF0, inout vec3 singleScatter, inout vec3 multiScatter ) {
#else
void computeMultiscattering( const in vec2 fab, const in vec3 specularColor, const in float specularF90, inout vec3 singleScatter, inout vec3 multiScatter ) {
#endif
	#ifdef USE_IRIDESCENCE
		vec3 Fr = mix( specularColor, iridescenceF0, iridescence );
	#else
		vec3 Fr = specularColor;
	#endif
	vec3 FssEss = Fr * fab.x + specularF90 * fab.y;
	float Ess = fab.x + fab.y;
	float Ems = 1.0 - Ess;
	vec3 Favg = Fr + ( 1.0 - Fr ) * 0.047619;	vec3 Fms = FssEss * Favg / ( 1.0 - Ems * Favg );
	singleScatter += FssEss;
	multiScatter += Fms * Ems;
}
#if NUM_RECT_AREA_LIGHTS > 0
	void RE_Direct_RectArea_Physical( const in RectAreaLight rectAreaLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
		vec3 normal = geometryNormal;
		vec3 viewDir = geometryViewDir;
		vec3 position = geometryPosition;
		vec3 lightPos = rectAreaLight.position;
		vec3 halfWidth = rectAreaLight.halfWidth;
		vec3 halfHeight = rectAreaLight.halfHeight;
		vec3 lightColor = rectAreaLight.color;
		float roughness = material.roughness;
		vec3 rectCoords[ 4 ];
		rectCoords[ 0 ] = lightPos + halfWidth - halfHeight;		rectCoords[ 1 ] = lightPos - halfWidth - halfHeight;
		rectCoords[ 2 ] = lightPos - halfWidth + halfHeight;
		rectCoords[ 3 ] = lightPos + halfWidth + halfHeight;
		vec2 uv = LTC_Uv( normal, viewDir, roughness );
		vec4 t1 = texture2D( ltc_1, uv );
		vec4 t2 = texture2D( ltc_2, uv );
		mat3 mInv = mat3(
			vec3( t1.x, 0, t1.y ),
			vec3(    0, 1,    0 ),
			vec3( t1.z, 0, t1.w )
		);
		vec3 fresnel = ( material.specularColorBlended * t2.x + ( material.specularF90 - material.specularColorBlended ) * t2.y );
		reflectedLight.directSpecular += lightColor * fresnel * LTC_Evaluate( normal, viewDir, position, mInv, rectCoords );
		reflectedLight.directDiffuse += lightColor * material.diffuseContribution * LTC_Evaluate( normal, viewDir, position, mat3( 1.0 ), rectCoords );
		#ifdef USE_CLEARCOAT
			vec3 Ncc = geometryClearcoatNormal;
			vec2 uvClearcoat = LTC_Uv( Ncc, viewDir, material.clearcoatRoughness );
			vec4 t1Clearcoat = texture2D( ltc_1, uvClearcoat );
			vec4 t2Clearcoat = texture2D( ltc_2, uvClearcoat );
			mat3 mInvClearcoat = mat3(
				vec3( t1Clearcoat.x, 0, t1Clearcoat.y ),
				vec3(             0, 1,             0 ),
				vec3( t1Clearcoat.z, 0, t1Clearcoat.w )
			);
			vec3 fresnelClearcoat = material.clearcoatF0 * t2Clearcoat.x + ( material.clearcoatF90 - material.clearcoatF0 ) * t2Clearcoat.y;
			clearcoatSpecularDirect += lightColor * fresnelClearcoat * LTC_Evaluate( Ncc, viewDir, position, mInvClearcoat, rectCoords );
		#endif
	}
#endif
void RE_Direct_Physical( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	#ifdef USE_CLEARCOAT
		float dotNLcc = saturate( dot( geometryClearcoatNormal, directLight.direction ) );
		vec3 ccIrradiance = dotNLcc * directLight.color;
		clearcoatSpecularDirect += ccIrradiance * BRDF_GGX_Clearcoat( directLight.direction, geometryViewDir, geometryClearcoatNormal, material );
	#endif
	#ifdef USE_SHEEN
 
 		sheenSpecularDirect += irradiance * BRDF_Sheen( directLight.direction, geometryViewDir, geometryNormal, material.sheenColor, material.sheenRoughness );
 
 		float sheenAlbedoV = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
 		float sheenAlbedoL = IBLSheenBRDF( geometryNormal, directLight.direction, material.sheenRoughness );
 
 		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * max( sheenAlbedoV, sheenAlbedoL );
 
 		irradiance *= sheenEnergyComp;
 
 	#endif
	vec3 specularBRDF = BRDF_GGX( directLight.direction, geometryViewDir, geometryNormal, material );
	#ifdef USE_RETROREFLECTION
		vec3 retroViewDir = reflect( - geometryViewDir, geometryNormal );
		vec3 retroSpecularBRDF = BRDF_GGX( directLight.direction, retroViewDir, geometryNormal, material );
		specularBRDF = mix( specularBRDF, retroSpecularBRDF, saturate( material.retroreflectivity ) );
	#endif
	reflectedLight.directSpecular += irradiance * specularBRDF * material.multiScatteringCompensation;
	vec3 halfDir = normalize( directLight.direction + geometryViewDir );
	float dotVH = saturate( dot( geometryViewDir, halfDir ) );
	vec3 F = F_Schlick( material.specularColor, material.specularF90, dotVH );
	#ifdef USE_RETROREFLECTION
		vec3 retroHalfDir = normalize( directLight.direction + retroViewDir );
		float dotRetroVH = saturate( dot( retroViewDir, retroHalfDir ) );
		vec3 retroF = F_Schlick( material.specularColor, material.specularF90, dotRetroVH );
		F = mix( F, retroF, saturate( material.retroreflectivity ) );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		vec3 diffuseBRDF = BRDF_EON( directLight.direction, geometryViewDir, geometryNormal, material.diffuseColor, material.diffuseRoughness ) * ( 1.0 - material.metalness );
	#else
		vec3 diffuseBRDF = BRDF_Lambert( material.diffuseContribution );
	#endif
	reflectedLight.directDiffuse += irradiance * diffuseBRDF * ( 1.0 - F );
}
void RE_IndirectDiffuse_Physical( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 singleScattering = vec3( 0.0 );
	vec3 multiScattering = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScattering, multiScattering );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScattering, multiScattering );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuseAlbedo = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness );
		vec3 diffuse = irradiance * RECIPROCAL_PI * diffuseAlbedo * ( 1.0 - singleScattering - multiScattering );
	#else
		vec3 diffuse = irradiance * BRDF_Lambert( material.diffuseContribution ) * ( 1.0 - singleScattering - multiScattering );
	#endif
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		sheenSpecularIndirect += irradiance * material.sheenColor * sheenAlbedo * RECIPROCAL_PI;
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		diffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectDiffuse += diffuse;
}
void RE_IndirectSpecular_Physical( const in vec3 radiance, const in vec3 irradiance, const in vec3 clearcoatRadiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight) {
	#ifdef USE_CLEARCOAT
		clearcoatSpecularIndirect += clearcoatRadiance * EnvironmentBRDF( geometryClearcoatNormal, geometryViewDir, material.clearcoatF0, material.clearcoatF90, material.clearcoatRoughness );
	#endif
	#ifdef USE_SHEEN
		sheenSpecularIndirect += irradiance * material.sheenColor * IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness ) * RECIPROCAL_PI;
 	#endif
	vec3 singleScatteringDielectric = vec3( 0.0 );
	vec3 multiScatteringDielectric = vec3( 0.0 );
	vec3 singleScatteringMetallic = vec3( 0.0 );
	vec3 multiScatteringMetallic = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscatteringIridescence( material.dfg, material.diffuseColor, material.specularF90, material.iridescence, material.iridescenceF0Metallic, singleScatteringMetallic, multiScatteringMetallic );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscattering( material.dfg, material.diffuseColor, material.specularF90, singleScatteringMetallic, multiScatteringMetallic );
	#endif
	vec3 singleScattering = mix( singleScatteringDielectric, singleScatteringMetallic, material.metalness );
	vec3 multiScattering = mix( multiScatteringDielectric, multiScatteringMetallic, material.metalness );
	vec3 totalScatteringDielectric = singleScatteringDielectric + multiScatteringDielectric;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuse = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness ) * ( 1.0 - totalScatteringDielectric );
	#else
		vec3 diffuse = material.diffuseContribution * ( 1.0 - totalScatteringDielectric );
	#endif
	vec3 cosineWeightedIrradiance = irradiance * RECIPROCAL_PI;
	vec3 indirectSpecular = radiance * singleScattering;
	indirectSpecular += multiScattering * cosineWeightedIrradiance;
	vec3 indirectDiffuse = diffuse * cosineWeightedIrradiance;
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		indirectSpecular *= sheenEnergyComp;
		indirectDiffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectSpecular += indirectSpecular;
	reflectedLight.indirectDiffuse += indirectDiffuse;
}
#define RE_Direct				RE_Direct_Physical
#define RE_Direct_RectArea		RE_Direct_RectArea_Physical
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Physical
#define RE_IndirectSpecular		RE_IndirectSpecular_Physical
float computeSpecularOcclusion( const in float dotNV, const in float ambientOcclusion, const in float roughness ) {
	return saturate( pow( dotNV + ambientOcclusion, exp2( - 16.0 * roughness - 1.0 ) ) - 1.0 + ambientOcclusion );
}`,Yv=`
vec3 geometryPosition = - vViewPosition;
vec3 geometryNormal = normal;
vec3 geometryViewDir = ( isOrthographic ) ? vec3( 0, 0, 1 ) : normalize( vViewPosition );
vec3 geometryClearcoatNormal = vec3( 0.0 );
#ifdef USE_CLEARCOAT
	geometryClearcoatNormal = clearcoatNormal;
#endif
#ifdef USE_IRIDESCENCE
	float dotNVi = saturate( dot( normal, geometryViewDir ) );
	if ( material.iridescenceThickness == 0.0 ) {
		material.iridescence = 0.0;
	} else {
		material.iridescence = saturate( material.iridescence );
	}
	if ( material.iridescence > 0.0 ) {
		vec3 iridescenceFresnelDielectric = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.specularColor );
		vec3 iridescenceFresnelMetallic = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.diffuseColor );
		material.iridescenceFresnel = mix( iridescenceFresnelDielectric, iridescenceFresnelMetallic, material.metalness );
		material.iridescenceF0Dielectric = Schlick_to_F0( iridescenceFresnelDielectric, 1.0, dotNVi );
		material.iridescenceF0Metallic = Schlick_to_F0( iridescenceFresnelMetallic, 1.0, dotNVi );
	}
#endif
#ifdef STANDARD
	float dotNVms = saturate( dot( geometryNormal, geometryViewDir ) );
	material.dfg = texture2D( dfgLUT, vec2( material.roughness, dotNVms ) ).rg;
	#if ( NUM_SUN_LIGHTS > 0 || NUM_DIR_LIGHTS > 0 || NUM_POINT_LIGHTS > 0 || NUM_SPOT_LIGHTS > 0 )
		float EssMs = material.dfg.x + material.dfg.y;
		material.multiScatteringCompensation = 1.0 + material.specularColorBlended * ( 1.0 / EssMs - 1.0 );
	#endif
#endif
IncidentLight directLight;
#if ( NUM_POINT_LIGHTS > 0 ) && defined( RE_Direct )
	PointLight pointLight;
	#if defined( USE_SHADOWMAP ) && NUM_POINT_LIGHT_SHADOWS > 0
	PointLightShadow pointLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHTS; i ++ ) {
		pointLight = pointLights[ i ];
		getPointLightInfo( pointLight, geometryPosition, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_POINT_LIGHT_SHADOWS ) && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
		pointLightShadow = pointLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getPointShadow( pointShadowMap[ i ], pointLightShadow.shadowMapSize, pointLightShadow.shadowIntensity, pointLightShadow.shadowBias, pointLightShadow.shadowRadius, vPointShadowCoord[ i ], pointLightShadow.shadowCameraNear, pointLightShadow.shadowCameraFar ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SPOT_LIGHTS > 0 ) && defined( RE_Direct )
	SpotLight spotLight;
	vec4 spotColor;
	vec3 spotLightCoord;
	bool inSpotLightMap;
	#if defined( USE_SHADOWMAP ) && NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHTS; i ++ ) {
		spotLight = spotLights[ i ];
		getSpotLightInfo( spotLight, geometryPosition, directLight );
		#if ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#define SPOT_LIGHT_MAP_INDEX UNROLLED_LOOP_INDEX
		#elif ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		#define SPOT_LIGHT_MAP_INDEX NUM_SPOT_LIGHT_MAPS
		#else
		#define SPOT_LIGHT_MAP_INDEX ( UNROLLED_LOOP_INDEX - NUM_SPOT_LIGHT_SHADOWS + NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#endif
		#if ( SPOT_LIGHT_MAP_INDEX < NUM_SPOT_LIGHT_MAPS )
			spotLightCoord = vSpotLightCoord[ i ].xyz / vSpotLightCoord[ i ].w;
			inSpotLightMap = all( lessThan( abs( spotLightCoord * 2. - 1. ), vec3( 1.0 ) ) );
			spotColor = texture2D( spotLightMap[ SPOT_LIGHT_MAP_INDEX ], spotLightCoord.xy );
			directLight.color = inSpotLightMap ? directLight.color * spotColor.rgb : directLight.color;
		#endif
		#undef SPOT_LIGHT_MAP_INDEX
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		spotLightShadow = spotLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( spotShadowMap[ i ], spotLightShadow.shadowMapSize, spotLightShadow.shadowIntensity, spotLightShadow.shadowBias, spotLightShadow.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SUN_LIGHTS > 0 ) && defined( RE_Direct )
	SunLight sunLight;
	#if defined( USE_SHADOWMAP ) && NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHTS; i ++ ) {
		sunLight = sunLights[ i ];
		getSunLightInfo( sunLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SUN_LIGHT_SHADOWS )
		sunLightShadow = sunLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getSunShadow( sunShadowMap[ i ], sunLightShadow, UNROLLED_LOOP_INDEX ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_DIR_LIGHTS > 0 ) && defined( RE_Direct )
	DirectionalLight directionalLight;
	#if defined( USE_SHADOWMAP ) && NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHTS; i ++ ) {
		directionalLight = directionalLights[ i ];
		getDirectionalLightInfo( directionalLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_DIR_LIGHT_SHADOWS )
		directionalLightShadow = directionalLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( directionalShadowMap[ i ], directionalLightShadow.shadowMapSize, directionalLightShadow.shadowIntensity, directionalLightShadow.shadowBias, directionalLightShadow.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_RECT_AREA_LIGHTS > 0 ) && defined( RE_Direct_RectArea )
	RectAreaLight rectAreaLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_RECT_AREA_LIGHTS; i ++ ) {
		rectAreaLight = rectAreaLights[ i ];
		RE_Direct_RectArea( rectAreaLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if defined( RE_IndirectDiffuse )
	vec3 iblIrradiance = vec3( 0.0 );
	vec3 irradiance = getAmbientLightIrradiance( ambientLightColor );
	#if defined( USE_LIGHT_PROBES )
		irradiance += getLightProbeIrradiance( lightProbe, geometryNormal );
	#endif
	#if ( NUM_HEMI_LIGHTS > 0 )
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_HEMI_LIGHTS; i ++ ) {
			irradiance += getHemisphereLightIrradiance( hemisphereLights[ i ], geometryNormal );
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_LIGHT_PROBE_GRIDS > 0
		vec3 probeWorldPos = ( ( vec4( geometryPosition, 1.0 ) - viewMatrix[ 3 ] ) * viewMatrix ).xyz;
		vec3 probeWorldNormal = transformNormalByInverseViewMatrix( geometryNormal, viewMatrix );
		int probeGrid = - 1;
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( isInsideLightProbeGrid( probeWorldPos, probeWorldNormal, probesMin[ i ], probesMax[ i ], probesResolution[ i ] ) ) probeGrid = UNROLLED_LOOP_INDEX;
		}
		#pragma unroll_loop_end
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( probeGrid == UNROLLED_LOOP_INDEX ) irradiance += getLightProbeGridIrradiance( probesSH[ i ], probesMin[ i ], probesMax[ i ], probesResolution[ i ], probeWorldPos, probeWorldNormal );
		}
		#pragma unroll_loop_end
	#endif
#endif
#if defined( RE_IndirectSpecular )
	vec3 radiance = vec3( 0.0 );
	vec3 clearcoatRadiance = vec3( 0.0 );
#endif`,$v=`#if defined( RE_IndirectDiffuse )
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		vec3 lightMapIrradiance = lightMapTexel.rgb * lightMapIntensity;
		irradiance += lightMapIrradiance;
	#endif
	#if defined( USE_ENVMAP ) && defined( ENVMAP_TYPE_PMREM )
		#if defined( STANDARD ) || defined( LAMBERT ) || defined( PHONG )
			iblIrradiance += getIBLIrradiance( geometryNormal );
		#endif
	#endif
#endif
#if defined( USE_ENVMAP ) && defined( RE_IndirectSpecular )
	#ifdef USE_ANISOTROPY
		vec3 iblRadiance = getIBLAnisotropyRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
	#else
		vec3 iblRadiance = getIBLRadiance( geometryViewDir, geometryNormal, material.roughness );
	#endif
	#ifdef USE_RETROREFLECTION
		#ifdef USE_ANISOTROPY
			vec3 retroIBLRadiance = getIBLAnisotropyRetroRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
		#else
			vec3 retroIBLRadiance = getIBLRetroRadiance( geometryViewDir, geometryNormal, material.roughness );
		#endif
		iblRadiance = mix( iblRadiance, retroIBLRadiance, saturate( material.retroreflectivity ) );
	#endif
	radiance += iblRadiance;
	#ifdef USE_CLEARCOAT
		clearcoatRadiance += getIBLRadiance( geometryViewDir, geometryClearcoatNormal, material.clearcoatRoughness );
	#endif
#endif`,Zv=`#if defined( RE_IndirectDiffuse )
	#if defined( LAMBERT ) || defined( PHONG )
		irradiance += iblIrradiance;
	#endif
	RE_IndirectDiffuse( irradiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif
#if defined( RE_IndirectSpecular )
	RE_IndirectSpecular( radiance, iblIrradiance, clearcoatRadiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif`,Jv=`#if NUM_LIGHT_PROBE_GRIDS > 0
uniform highp sampler3D probesSH[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMin[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMax[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesResolution[ NUM_LIGHT_PROBE_GRIDS ];
bool isInsideLightProbeGrid( vec3 worldPos, vec3 worldNormal, vec3 probesMin, vec3 probesMax, vec3 probesResolution ) {
	vec3 spacing = ( probesMax - probesMin ) / probesResolution;
	vec3 samplePos = worldPos + worldNormal * spacing * 0.5;
	vec3 margin = spacing * 0.01;
	return all( greaterThanEqual( samplePos, probesMin - margin ) ) && all( lessThanEqual( samplePos, probesMax + margin ) );
}
vec3 getLightProbeGridIrradiance( highp sampler3D probesSH, vec3 probesMin, vec3 probesMax, vec3 probesResolution, vec3 worldPos, vec3 worldNormal ) {
	vec3 res = probesResolution;
	vec3 gridRange = probesMax - probesMin;
	vec3 probeSpacing = gridRange / res;
	vec3 samplePos = worldPos + worldNormal * probeSpacing * 0.5;
	vec3 uvw = clamp( ( samplePos - probesMin ) / gridRange, 0.5 / res, 1.0 - 0.5 / res );
	float nz          = res.z;
	float paddedSlices = nz + 2.0;
	float atlasDepth  = 7.0 * paddedSlices;
	float uvZBase     = uvw.z * nz + 1.0;
	vec4 s0 = texture( probesSH, vec3( uvw.xy, ( uvZBase                       ) / atlasDepth ) );
	vec4 s1 = texture( probesSH, vec3( uvw.xy, ( uvZBase +       paddedSlices   ) / atlasDepth ) );
	vec4 s2 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 2.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s3 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 3.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s4 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 4.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s5 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 5.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s6 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 6.0 * paddedSlices   ) / atlasDepth ) );
	vec3 c0 = s0.xyz;
	vec3 c1 = vec3( s0.w, s1.xy );
	vec3 c2 = vec3( s1.zw, s2.x );
	vec3 c3 = s2.yzw;
	vec3 c4 = s3.xyz;
	vec3 c5 = vec3( s3.w, s4.xy );
	vec3 c6 = vec3( s4.zw, s5.x );
	vec3 c7 = s5.yzw;
	vec3 c8 = s6.xyz;
	float x = worldNormal.x, y = worldNormal.y, z = worldNormal.z;
	vec3 result = c0 * 0.886227;
	result += c1 * 2.0 * 0.511664 * y;
	result += c2 * 2.0 * 0.511664 * z;
	result += c3 * 2.0 * 0.511664 * x;
	result += c4 * 2.0 * 0.429043 * x * y;
	result += c5 * 2.0 * 0.429043 * y * z;
	result += c6 * ( 0.743125 * z * z - 0.247708 );
	result += c7 * 2.0 * 0.429043 * x * z;
	result += c8 * 0.429043 * ( x * x - y * y );
	return max( result, vec3( 0.0 ) );
}
#endif`,Kv=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	gl_FragDepth = vIsPerspective == 0.0 ? gl_FragCoord.z : log2( vFragDepth ) * logDepthBufFC * 0.5;
#endif`,jv=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	uniform float logDepthBufFC;
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,Qv=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,eS=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	vFragDepth = 1.0 + gl_Position.w;
	vIsPerspective = float( isPerspectiveMatrix( projectionMatrix ) );
#endif`,tS=`#ifdef USE_MAP
	vec4 sampledDiffuseColor = texture2D( map, vMapUv );
	#ifdef DECODE_VIDEO_TEXTURE
		sampledDiffuseColor = sRGBTransferEOTF( sampledDiffuseColor );
	#endif
	diffuseColor *= sampledDiffuseColor;
#endif`,nS=`#ifdef USE_MAP
	uniform sampler2D map;
#endif`,iS=`#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
	#if defined( USE_POINTS_UV )
		vec2 uv = vUv;
	#else
		vec2 uv = ( uvTransform * vec3( gl_PointCoord.x, 1.0 - gl_PointCoord.y, 1 ) ).xy;
	#endif
#endif
#ifdef USE_MAP
	diffuseColor *= texture2D( map, uv );
#endif
#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, uv ).g;
#endif`,sS=`#if defined( USE_POINTS_UV )
	varying vec2 vUv;
#else
	#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
		uniform mat3 uvTransform;
	#endif
#endif
#ifdef USE_MAP
	uniform sampler2D map;
#endif
#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,rS=`float metalnessFactor = metalness;
#ifdef USE_METALNESSMAP
	vec4 texelMetalness = texture2D( metalnessMap, vMetalnessMapUv );
	metalnessFactor *= texelMetalness.b;
#endif`,oS=`#ifdef USE_METALNESSMAP
	uniform sampler2D metalnessMap;
#endif`,aS=`#ifdef USE_INSTANCING_MORPH
	float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	float morphTargetBaseInfluence = texelFetch( morphTexture, ivec2( 0, gl_InstanceID ), 0 ).r;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		morphTargetInfluences[i] =  texelFetch( morphTexture, ivec2( i + 1, gl_InstanceID ), 0 ).r;
	}
#endif`,lS=`#if defined( USE_MORPHCOLORS )
	#if defined( USE_COLOR_ALPHA )
		vColor *= morphTargetBaseInfluence;
	#elif defined( USE_COLOR )
		vColor.rgb *= morphTargetBaseInfluence;
	#endif
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		#if defined( USE_COLOR_ALPHA )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor += getMorph( gl_VertexID, i, 2 ) * morphTargetInfluences[ i ];
		#elif defined( USE_COLOR )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor.rgb += getMorph( gl_VertexID, i, 2 ).rgb * morphTargetInfluences[ i ];
		#endif
	}
#endif`,cS=`#ifdef USE_MORPHNORMALS
	objectNormal *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) objectNormal += getMorph( gl_VertexID, i, 1 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,hS=`#ifdef USE_MORPHTARGETS
	#ifndef USE_INSTANCING_MORPH
		uniform float morphTargetBaseInfluence;
		uniform float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	#endif
	uniform sampler2DArray morphTargetsTexture;
	uniform ivec2 morphTargetsTextureSize;
	vec4 getMorph( const in int vertexIndex, const in int morphTargetIndex, const in int offset ) {
		int texelIndex = vertexIndex * MORPHTARGETS_TEXTURE_STRIDE + offset;
		int y = texelIndex / morphTargetsTextureSize.x;
		int x = texelIndex - y * morphTargetsTextureSize.x;
		ivec3 morphUV = ivec3( x, y, morphTargetIndex );
		return texelFetch( morphTargetsTexture, morphUV, 0 );
	}
#endif`,uS=`#ifdef USE_MORPHTARGETS
	transformed *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) transformed += getMorph( gl_VertexID, i, 0 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,dS=`float faceDirection = gl_FrontFacing ? 1.0 : - 1.0;
#ifdef FLAT_SHADED
	vec3 fdx = dFdx( vViewPosition );
	vec3 fdy = dFdy( vViewPosition );
	vec3 normal = normalize( cross( fdx, fdy ) );
#else
	vec3 normal = normalize( vNormal );
	#ifdef DOUBLE_SIDED
		normal *= faceDirection;
	#endif
#endif
#if defined( USE_NORMALMAP_TANGENTSPACE ) || defined( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY )
	#ifdef USE_TANGENT
		mat3 tbn = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn = getTangentFrame( - vViewPosition, normal,
		#if defined( USE_NORMALMAP )
			vNormalMapUv
		#elif defined( USE_CLEARCOAT_NORMALMAP )
			vClearcoatNormalMapUv
		#else
			vUv
		#endif
		);
	#endif
	#ifdef DOUBLE_SIDED
		tbn[0] *= faceDirection;
		tbn[1] *= faceDirection;
	#endif
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	#ifdef USE_TANGENT
		mat3 tbn2 = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn2 = getTangentFrame( - vViewPosition, normal, vClearcoatNormalMapUv );
	#endif
	#ifdef DOUBLE_SIDED
		tbn2[0] *= faceDirection;
		tbn2[1] *= faceDirection;
	#endif
#endif
vec3 nonPerturbedNormal = normal;`,fS=`#ifdef USE_NORMALMAP_OBJECTSPACE
	normal = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#ifdef FLIP_SIDED
		normal = - normal;
	#endif
	#ifdef DOUBLE_SIDED
		normal = normal * faceDirection;
	#endif
	normal = normalize( normalMatrix * normal );
#elif defined( USE_NORMALMAP_TANGENTSPACE )
	vec3 mapN = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#if defined( USE_PACKED_NORMALMAP )
		mapN = vec3( mapN.xy, sqrt( saturate( 1.0 - dot( mapN.xy, mapN.xy ) ) ) );
	#endif
	mapN.xy *= normalScale;
	normal = normalize( tbn * mapN );
#elif defined( USE_BUMPMAP )
	normal = perturbNormalArb( - vViewPosition, normal, dHdxy_fwd(), faceDirection );
#endif`,pS=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,mS=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,gS=`#ifndef FLAT_SHADED
	vNormal = normalize( transformedNormal );
	#ifdef USE_TANGENT
		vTangent = normalize( transformedTangent );
		vBitangent = normalize( cross( vNormal, vTangent ) * tangent.w );
		#ifdef FLIP_SIDED
			vBitangent = - vBitangent;
		#endif
	#endif
#endif`,_S=`#ifdef USE_NORMALMAP
	uniform sampler2D normalMap;
	uniform vec2 normalScale;
#endif
#ifdef USE_NORMALMAP_OBJECTSPACE
	uniform mat3 normalMatrix;
#endif
#if ! defined ( USE_TANGENT ) && ( defined ( USE_NORMALMAP_TANGENTSPACE ) || defined ( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY ) )
	mat3 getTangentFrame( vec3 eye_pos, vec3 surf_norm, vec2 uv ) {
		vec3 q0 = dFdx( eye_pos.xyz );
		vec3 q1 = dFdy( eye_pos.xyz );
		vec2 st0 = dFdx( uv.st );
		vec2 st1 = dFdy( uv.st );
		vec3 N = surf_norm;
		vec3 q1perp = cross( q1, N );
		vec3 q0perp = cross( N, q0 );
		vec3 T = q1perp * st0.x + q0perp * st1.x;
		vec3 B = q1perp * st0.y + q0perp * st1.y;
		float det = max( dot( T, T ), dot( B, B ) );
		float scale = ( det == 0.0 ) ? 0.0 : inversesqrt( det );
		return mat3( T * scale, B * scale, N );
	}
#endif`,xS=`#ifdef USE_CLEARCOAT
	vec3 clearcoatNormal = nonPerturbedNormal;
#endif`,yS=`#ifdef USE_CLEARCOAT_NORMALMAP
	vec3 clearcoatMapN = texture2D( clearcoatNormalMap, vClearcoatNormalMapUv ).xyz * 2.0 - 1.0;
	clearcoatMapN.xy *= clearcoatNormalScale;
	clearcoatNormal = normalize( tbn2 * clearcoatMapN );
#endif`,vS=`#ifdef USE_CLEARCOATMAP
	uniform sampler2D clearcoatMap;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform sampler2D clearcoatNormalMap;
	uniform vec2 clearcoatNormalScale;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform sampler2D clearcoatRoughnessMap;
#endif`,SS=`#ifdef USE_IRIDESCENCEMAP
	uniform sampler2D iridescenceMap;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform sampler2D iridescenceThicknessMap;
#endif`,MS=`#ifdef OPAQUE
diffuseColor.a = 1.0;
#endif
#ifdef USE_TRANSMISSION
diffuseColor.a *= material.transmissionAlpha;
#endif
gl_FragColor = vec4( outgoingLight, diffuseColor.a );`,bS=`vec3 packNormalToRGB( const in vec3 normal ) {
	return normalize( normal ) * 0.5 + 0.5;
}
vec3 unpackRGBToNormal( const in vec3 rgb ) {
	return 2.0 * rgb.xyz - 1.0;
}
const float PackUpscale = 256. / 255.;const float UnpackDownscale = 255. / 256.;const float ShiftRight8 = 1. / 256.;
const float Inv255 = 1. / 255.;
const vec4 PackFactors = vec4( 1.0, 256.0, 256.0 * 256.0, 256.0 * 256.0 * 256.0 );
const vec2 UnpackFactors2 = vec2( UnpackDownscale, 1.0 / PackFactors.g );
const vec3 UnpackFactors3 = vec3( UnpackDownscale / PackFactors.rg, 1.0 / PackFactors.b );
const vec4 UnpackFactors4 = vec4( UnpackDownscale / PackFactors.rgb, 1.0 / PackFactors.a );
vec4 packDepthToRGBA( const in float v ) {
	if( v <= 0.0 )
		return vec4( 0., 0., 0., 0. );
	if( v >= 1.0 )
		return vec4( 1., 1., 1., 1. );
	float vuf;
	float af = modf( v * PackFactors.a, vuf );
	float bf = modf( vuf * ShiftRight8, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec4( vuf * Inv255, gf * PackUpscale, bf * PackUpscale, af );
}
vec3 packDepthToRGB( const in float v ) {
	if( v <= 0.0 )
		return vec3( 0., 0., 0. );
	if( v >= 1.0 )
		return vec3( 1., 1., 1. );
	float vuf;
	float bf = modf( v * PackFactors.b, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec3( vuf * Inv255, gf * PackUpscale, bf );
}
vec2 packDepthToRG( const in float v ) {
	if( v <= 0.0 )
		return vec2( 0., 0. );
	if( v >= 1.0 )
		return vec2( 1., 1. );
	float vuf;
	float gf = modf( v * 256., vuf );
	return vec2( vuf * Inv255, gf );
}
float unpackRGBAToDepth( const in vec4 v ) {
	return dot( v, UnpackFactors4 );
}
float unpackRGBToDepth( const in vec3 v ) {
	return dot( v, UnpackFactors3 );
}
float unpackRGToDepth( const in vec2 v ) {
	return v.r * UnpackFactors2.r + v.g * UnpackFactors2.g;
}
vec4 pack2HalfToRGBA( const in vec2 v ) {
	vec4 r = vec4( v.x, fract( v.x * 255.0 ), v.y, fract( v.y * 255.0 ) );
	return vec4( r.x - r.y / 255.0, r.y, r.z - r.w / 255.0, r.w );
}
vec2 unpackRGBATo2Half( const in vec4 v ) {
	return vec2( v.x + ( v.y / 255.0 ), v.z + ( v.w / 255.0 ) );
}
float viewZToOrthographicDepth( const in float viewZ, const in float near, const in float far ) {
	return ( viewZ + near ) / ( near - far );
}
float orthographicDepthToViewZ( const in float depth, const in float near, const in float far ) {
	#ifdef USE_REVERSED_DEPTH_BUFFER
	
		return depth * ( far - near ) - far;
	#else
		return depth * ( near - far ) - near;
	#endif
}
float viewZToPerspectiveDepth( const in float viewZ, const in float near, const in float far ) {
	return ( ( near + viewZ ) * far ) / ( ( far - near ) * viewZ );
}
float perspectiveDepthToViewZ( const in float depth, const in float near, const in float far ) {
	
	#ifdef USE_REVERSED_DEPTH_BUFFER
		return ( near * far ) / ( ( near - far ) * depth - near );
	#else
		return ( near * far ) / ( ( far - near ) * depth - far );
	#endif
}`,wS=`#ifdef PREMULTIPLIED_ALPHA
	gl_FragColor.rgb *= gl_FragColor.a;
#endif`,TS=`vec4 mvPosition = vec4( transformed, 1.0 );
#ifdef USE_BATCHING
	mvPosition = batchingMatrix * mvPosition;
#endif
#ifdef USE_INSTANCING
	mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelViewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;`,ES=`#ifdef DITHERING
	gl_FragColor.rgb = dithering( gl_FragColor.rgb );
#endif`,AS=`#ifdef DITHERING
	vec3 dithering( vec3 color ) {
		float grid_position = rand( gl_FragCoord.xy );
		vec3 dither_shift_RGB = vec3( 0.25 / 255.0, -0.25 / 255.0, 0.25 / 255.0 );
		dither_shift_RGB = mix( 2.0 * dither_shift_RGB, -2.0 * dither_shift_RGB, grid_position );
		return color + dither_shift_RGB;
	}
#endif`,CS=`float roughnessFactor = roughness;
#ifdef USE_ROUGHNESSMAP
	vec4 texelRoughness = texture2D( roughnessMap, vRoughnessMapUv );
	roughnessFactor *= texelRoughness.g;
#endif`,RS=`#ifdef USE_ROUGHNESSMAP
	uniform sampler2D roughnessMap;
#endif`,PS=`#if NUM_SPOT_LIGHT_COORDS > 0
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#if NUM_SPOT_LIGHT_MAPS > 0
	uniform sampler2D spotLightMap[ NUM_SPOT_LIGHT_MAPS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		#define SUN_LIGHT_CASCADES 2
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#else
			uniform sampler2D sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#endif
		uniform mat4 sunShadowMatrix[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		uniform vec4 sunShadowCascade[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
		struct SunLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SunLightShadow sunLightShadows[ NUM_SUN_LIGHT_SHADOWS ];
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#else
			uniform sampler2D directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#endif
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#else
			uniform sampler2D spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#endif
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform samplerCubeShadow pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#elif defined( SHADOWMAP_TYPE_BASIC )
			uniform samplerCube pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#endif
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float interleavedGradientNoise( vec2 position ) {
			return fract( 52.9829189 * fract( dot( position, vec2( 0.06711056, 0.00583715 ) ) ) );
		}
		vec2 vogelDiskSample( int sampleIndex, int samplesCount, float phi ) {
			const float goldenAngle = 2.399963229728653;
			float r = sqrt( ( float( sampleIndex ) + 0.5 ) / float( samplesCount ) );
			float theta = float( sampleIndex ) * goldenAngle + phi;
			return vec2( cos( theta ), sin( theta ) ) * r;
		}
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float getShadow( sampler2DShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 texelSize = vec2( 1.0 ) / shadowMapSize;
				vec2 radius = shadowRadius * texelSize;
				float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
				shadow = (
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 0, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 1, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 2, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 3, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 4, 5, phi ) * radius, shadowCoord.z ) )
				) * 0.2;
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#elif defined( SHADOWMAP_TYPE_VSM )
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 distribution = texture2D( shadowMap, shadowCoord.xy ).rg;
				float mean = distribution.x;
				float variance = distribution.y * distribution.y;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					float hard_shadow = step( mean, shadowCoord.z );
				#else
					float hard_shadow = step( shadowCoord.z, mean );
				#endif
				
				if ( hard_shadow == 1.0 ) {
					shadow = 1.0;
				} else {
					variance = max( variance, 0.0000001 );
					float d = shadowCoord.z - mean;
					float p_max = variance / ( variance + d * d );
					p_max = clamp( ( p_max - 0.3 ) / 0.65, 0.0, 1.0 );
					shadow = max( hard_shadow, p_max );
				}
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#else
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				float depth = texture2D( shadowMap, shadowCoord.xy ).r;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					shadow = step( depth, shadowCoord.z );
				#else
					shadow = step( shadowCoord.z, depth );
				#endif
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#endif
	#if NUM_SUN_LIGHT_SHADOWS > 0
		float getSunShadow(
			#if defined( SHADOWMAP_TYPE_PCF )
				sampler2DShadow shadowMap,
			#else
				sampler2D shadowMap,
			#endif
			SunLightShadow sunLightShadow,
			int shadowIndex
		) {
			vec4 shadowWorldPosition = vec4( vSunShadowWorldPosition.xyz + vSunShadowWorldNormal * sunLightShadow.shadowNormalBias, 1.0 );
			float viewDepth = vSunShadowWorldPosition.w;
			int cascadeOffset = shadowIndex * SUN_LIGHT_CASCADES;
			float shadow = 1.0;
			for ( int i = SUN_LIGHT_CASCADES - 1; i >= 0; i -- ) {
				vec4 cascade = sunShadowCascade[ cascadeOffset + i ];
				if ( viewDepth >= cascade.x && viewDepth < cascade.y ) {
					float cascadeShadow = getShadow(
						shadowMap,
						sunLightShadow.shadowMapSize,
						sunLightShadow.shadowIntensity,
						sunLightShadow.shadowBias,
						sunLightShadow.shadowRadius,
						sunShadowMatrix[ cascadeOffset + i ] * shadowWorldPosition
					);
					shadow = mix( cascadeShadow, shadow, smoothstep( cascade.z, cascade.y, viewDepth ) );
				}
			}
			return shadow;
		}
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
	#if defined( SHADOWMAP_TYPE_PCF )
	float getPointShadow( samplerCubeShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 bd3D = normalize( lightToPosition );
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float lightDistance = length( lightToPosition );
			float depthRange = shadowCameraFar - shadowCameraNear;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				float depthA = - shadowCameraNear / depthRange - shadowBias;
				float depthB = shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#else
				float depthA = shadowCameraFar / depthRange + shadowBias;
				float depthB = - shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#endif
			float texelSize = shadowRadius / shadowMapSize.x;
			vec3 absDir = abs( bd3D );
			vec3 tangent = absDir.x > absDir.z ? vec3( 0.0, 1.0, 0.0 ) : vec3( 1.0, 0.0, 0.0 );
			tangent = normalize( cross( bd3D, tangent ) );
			vec3 bitangent = cross( bd3D, tangent );
			float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
			shadow = 0.0;
			for ( int i = 0; i < 5; i ++ ) {
				vec2 offset = vogelDiskSample( i, 5, phi );
				vec3 direction = bd3D + ( tangent * offset.x + bitangent * offset.y ) * texelSize;
				vec3 absDirection = abs( direction );
				float dp = depthA + depthB / max( max( absDirection.x, absDirection.y ), absDirection.z );
				shadow += texture( shadowMap, vec4( direction, dp ) );
			}
			shadow *= 0.2;
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#elif defined( SHADOWMAP_TYPE_BASIC )
	float getPointShadow( samplerCube shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float dp = ( shadowCameraFar * ( viewSpaceZ - shadowCameraNear ) ) / ( viewSpaceZ * ( shadowCameraFar - shadowCameraNear ) );
			dp += shadowBias;
			vec3 bd3D = normalize( lightToPosition );
			float depth = textureCube( shadowMap, bd3D ).r;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				depth = 1.0 - depth;
			#endif
			shadow = step( dp, depth );
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#endif
	#endif
#endif`,IS=`#if NUM_SPOT_LIGHT_COORDS > 0
	uniform mat4 spotLightMatrix[ NUM_SPOT_LIGHT_COORDS ];
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		uniform mat4 directionalShadowMatrix[ NUM_DIR_LIGHT_SHADOWS ];
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		uniform mat4 pointShadowMatrix[ NUM_POINT_LIGHT_SHADOWS ];
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
#endif`,LS=`#if ( defined( USE_SHADOWMAP ) && ( NUM_DIR_LIGHT_SHADOWS > 0 || NUM_SUN_LIGHT_SHADOWS > 0 || NUM_POINT_LIGHT_SHADOWS > 0 ) ) || ( NUM_SPOT_LIGHT_COORDS > 0 )
	#ifdef HAS_NORMAL
		vec3 shadowWorldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
	#else
		vec3 shadowWorldNormal = vec3( 0.0 );
	#endif
	vec4 shadowWorldPosition;
#endif
#if defined( USE_SHADOWMAP )
	#if NUM_SUN_LIGHT_SHADOWS > 0
		vSunShadowWorldPosition = vec4( worldPosition.xyz, - mvPosition.z );
		vSunShadowWorldNormal = shadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * directionalLightShadows[ i ].shadowNormalBias, 0 );
			vDirectionalShadowCoord[ i ] = directionalShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * pointLightShadows[ i ].shadowNormalBias, 0 );
			vPointShadowCoord[ i ] = pointShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
#endif
#if NUM_SPOT_LIGHT_COORDS > 0
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_COORDS; i ++ ) {
		shadowWorldPosition = worldPosition;
		#if ( defined( USE_SHADOWMAP ) && UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
			shadowWorldPosition.xyz += shadowWorldNormal * spotLightShadows[ i ].shadowNormalBias;
		#endif
		vSpotLightCoord[ i ] = spotLightMatrix[ i ] * shadowWorldPosition;
	}
	#pragma unroll_loop_end
#endif`,DS=`float getShadowMask() {
	float shadow = 1.0;
	#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHT_SHADOWS; i ++ ) {
		sunLight = sunLightShadows[ i ];
		shadow *= receiveShadow ? getSunShadow( sunShadowMap[ i ], sunLight, UNROLLED_LOOP_INDEX ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
		directionalLight = directionalLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( directionalShadowMap[ i ], directionalLight.shadowMapSize, directionalLight.shadowIntensity, directionalLight.shadowBias, directionalLight.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_SHADOWS; i ++ ) {
		spotLight = spotLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( spotShadowMap[ i ], spotLight.shadowMapSize, spotLight.shadowIntensity, spotLight.shadowBias, spotLight.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0 && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
	PointLightShadow pointLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
		pointLight = pointLightShadows[ i ];
		shadow *= receiveShadow ? getPointShadow( pointShadowMap[ i ], pointLight.shadowMapSize, pointLight.shadowIntensity, pointLight.shadowBias, pointLight.shadowRadius, vPointShadowCoord[ i ], pointLight.shadowCameraNear, pointLight.shadowCameraFar ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#endif
	return shadow;
}`,NS=`#ifdef USE_SKINNING
	mat4 boneMatX = getBoneMatrix( skinIndex.x );
	mat4 boneMatY = getBoneMatrix( skinIndex.y );
	mat4 boneMatZ = getBoneMatrix( skinIndex.z );
	mat4 boneMatW = getBoneMatrix( skinIndex.w );
#endif`,US=`#ifdef USE_SKINNING
	uniform mat4 bindMatrix;
	uniform mat4 bindMatrixInverse;
	uniform highp sampler2D boneTexture;
	mat4 getBoneMatrix( const in float i ) {
		int size = textureSize( boneTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( boneTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( boneTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( boneTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( boneTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
#endif`,OS=`#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	transformed = ( bindMatrixInverse * skinned ).xyz;
#endif`,FS=`#ifdef USE_SKINNING
	mat4 skinMatrix = mat4( 0.0 );
	skinMatrix += skinWeight.x * boneMatX;
	skinMatrix += skinWeight.y * boneMatY;
	skinMatrix += skinWeight.z * boneMatZ;
	skinMatrix += skinWeight.w * boneMatW;
	skinMatrix = bindMatrixInverse * skinMatrix * bindMatrix;
	objectNormal = vec4( skinMatrix * vec4( objectNormal, 0.0 ) ).xyz;
	#ifdef USE_TANGENT
		objectTangent = vec4( skinMatrix * vec4( objectTangent, 0.0 ) ).xyz;
	#endif
#endif`,BS=`float specularStrength;
#ifdef USE_SPECULARMAP
	vec4 texelSpecular = texture2D( specularMap, vSpecularMapUv );
	specularStrength = texelSpecular.r;
#else
	specularStrength = 1.0;
#endif`,kS=`#ifdef USE_SPECULARMAP
	uniform sampler2D specularMap;
#endif`,zS=`#if defined( TONE_MAPPING )
	gl_FragColor.rgb = toneMapping( gl_FragColor.rgb );
#endif`,VS=`#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
uniform float toneMappingExposure;
vec3 LinearToneMapping( vec3 color ) {
	return saturate( toneMappingExposure * color );
}
vec3 ReinhardToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	return saturate( color / ( vec3( 1.0 ) + color ) );
}
vec3 CineonToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	color = max( vec3( 0.0 ), color - 0.004 );
	return pow( ( color * ( 6.2 * color + 0.5 ) ) / ( color * ( 6.2 * color + 1.7 ) + 0.06 ), vec3( 2.2 ) );
}
vec3 RRTAndODTFit( vec3 v ) {
	vec3 a = v * ( v + 0.0245786 ) - 0.000090537;
	vec3 b = v * ( 0.983729 * v + 0.4329510 ) + 0.238081;
	return a / b;
}
vec3 ACESFilmicToneMapping( vec3 color ) {
	const mat3 ACESInputMat = mat3(
		vec3( 0.59719, 0.07600, 0.02840 ),		vec3( 0.35458, 0.90834, 0.13383 ),
		vec3( 0.04823, 0.01566, 0.83777 )
	);
	const mat3 ACESOutputMat = mat3(
		vec3(  1.60475, -0.10208, -0.00327 ),		vec3( -0.53108,  1.10813, -0.07276 ),
		vec3( -0.07367, -0.00605,  1.07602 )
	);
	color *= toneMappingExposure / 0.6;
	color = ACESInputMat * color;
	color = RRTAndODTFit( color );
	color = ACESOutputMat * color;
	return saturate( color );
}
const mat3 LINEAR_REC2020_TO_LINEAR_SRGB = mat3(
	vec3( 1.6605, - 0.1246, - 0.0182 ),
	vec3( - 0.5876, 1.1329, - 0.1006 ),
	vec3( - 0.0728, - 0.0083, 1.1187 )
);
const mat3 LINEAR_SRGB_TO_LINEAR_REC2020 = mat3(
	vec3( 0.6274, 0.0691, 0.0164 ),
	vec3( 0.3293, 0.9195, 0.0880 ),
	vec3( 0.0433, 0.0113, 0.8956 )
);
vec3 agxDefaultContrastApprox( vec3 x ) {
	vec3 x2 = x * x;
	vec3 x4 = x2 * x2;
	return + 15.5 * x4 * x2
		- 40.14 * x4 * x
		+ 31.96 * x4
		- 6.868 * x2 * x
		+ 0.4298 * x2
		+ 0.1191 * x
		- 0.00232;
}
vec3 AgXToneMapping( vec3 color ) {
	const mat3 AgXInsetMatrix = mat3(
		vec3( 0.856627153315983, 0.137318972929847, 0.11189821299995 ),
		vec3( 0.0951212405381588, 0.761241990602591, 0.0767994186031903 ),
		vec3( 0.0482516061458583, 0.101439036467562, 0.811302368396859 )
	);
	const mat3 AgXOutsetMatrix = mat3(
		vec3( 1.1271005818144368, - 0.1413297634984383, - 0.14132976349843826 ),
		vec3( - 0.11060664309660323, 1.157823702216272, - 0.11060664309660294 ),
		vec3( - 0.016493938717834573, - 0.016493938717834257, 1.2519364065950405 )
	);
	const float AgxMinEv = - 12.47393;	const float AgxMaxEv = 4.026069;
	color *= toneMappingExposure;
	color = LINEAR_SRGB_TO_LINEAR_REC2020 * color;
	color = AgXInsetMatrix * color;
	color = max( color, 1e-10 );	color = log2( color );
	color = ( color - AgxMinEv ) / ( AgxMaxEv - AgxMinEv );
	color = clamp( color, 0.0, 1.0 );
	color = agxDefaultContrastApprox( color );
	color = AgXOutsetMatrix * color;
	color = pow( max( vec3( 0.0 ), color ), vec3( 2.2 ) );
	color = LINEAR_REC2020_TO_LINEAR_SRGB * color;
	color = clamp( color, 0.0, 1.0 );
	return color;
}
vec3 NeutralToneMapping( vec3 color ) {
	const float StartCompression = 0.8 - 0.04;
	const float Desaturation = 0.15;
	color *= toneMappingExposure;
	float x = min( color.r, min( color.g, color.b ) );
	float offset = x < 0.08 ? x - 6.25 * x * x : 0.04;
	color -= offset;
	float peak = max( color.r, max( color.g, color.b ) );
	if ( peak < StartCompression ) return color;
	float d = 1. - StartCompression;
	float newPeak = 1. - d * d / ( peak + d - StartCompression );
	color *= newPeak / peak;
	float g = 1. - 1. / ( Desaturation * ( peak - newPeak ) + 1. );
	return mix( color, vec3( newPeak ), g );
}
vec3 CustomToneMapping( vec3 color ) { return color; }`,GS=`#ifdef USE_TRANSMISSION
	material.transmission = transmission;
	material.transmissionAlpha = 1.0;
	material.thickness = thickness;
	material.attenuationDistance = attenuationDistance;
	material.attenuationColor = attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		material.transmission *= texture2D( transmissionMap, vTransmissionMapUv ).r;
	#endif
	#ifdef USE_THICKNESSMAP
		material.thickness *= texture2D( thicknessMap, vThicknessMapUv ).g;
	#endif
	vec3 pos = vWorldPosition;
	vec3 v = normalize( cameraPosition - pos );
	vec3 n = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec4 transmitted = getIBLVolumeRefraction(
		n, v, material.roughness, material.diffuseContribution, material.specularColorBlended, material.specularF90,
		pos, modelMatrix, viewMatrix, projectionMatrix, material.dispersion, material.ior, material.thickness,
		material.attenuationColor, material.attenuationDistance );
	material.transmissionAlpha = mix( material.transmissionAlpha, transmitted.a, material.transmission );
	totalDiffuse = mix( totalDiffuse, transmitted.rgb, material.transmission );
#endif`,HS=`#ifdef USE_TRANSMISSION
	uniform float transmission;
	uniform float thickness;
	uniform float attenuationDistance;
	uniform vec3 attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		uniform sampler2D transmissionMap;
	#endif
	#ifdef USE_THICKNESSMAP
		uniform sampler2D thicknessMap;
	#endif
	uniform vec2 transmissionSamplerSize;
	uniform sampler2D transmissionSamplerMap;
	uniform mat4 modelMatrix;
	uniform mat4 projectionMatrix;
	varying vec3 vWorldPosition;
	float w0( float a ) {
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - a + 3.0 ) - 3.0 ) + 1.0 );
	}
	float w1( float a ) {
		return ( 1.0 / 6.0 ) * ( a *  a * ( 3.0 * a - 6.0 ) + 4.0 );
	}
	float w2( float a ){
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - 3.0 * a + 3.0 ) + 3.0 ) + 1.0 );
	}
	float w3( float a ) {
		return ( 1.0 / 6.0 ) * ( a * a * a );
	}
	float g0( float a ) {
		return w0( a ) + w1( a );
	}
	float g1( float a ) {
		return w2( a ) + w3( a );
	}
	float h0( float a ) {
		return - 1.0 + w1( a ) / ( w0( a ) + w1( a ) );
	}
	float h1( float a ) {
		return 1.0 + w3( a ) / ( w2( a ) + w3( a ) );
	}
	vec4 bicubic( sampler2D tex, vec2 uv, vec4 texelSize, float lod ) {
		uv = uv * texelSize.zw + 0.5;
		vec2 iuv = floor( uv );
		vec2 fuv = fract( uv );
		float g0x = g0( fuv.x );
		float g1x = g1( fuv.x );
		float h0x = h0( fuv.x );
		float h1x = h1( fuv.x );
		float h0y = h0( fuv.y );
		float h1y = h1( fuv.y );
		vec2 p0 = ( vec2( iuv.x + h0x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p1 = ( vec2( iuv.x + h1x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p2 = ( vec2( iuv.x + h0x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		vec2 p3 = ( vec2( iuv.x + h1x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		return g0( fuv.y ) * ( g0x * textureLod( tex, p0, lod ) + g1x * textureLod( tex, p1, lod ) ) +
			g1( fuv.y ) * ( g0x * textureLod( tex, p2, lod ) + g1x * textureLod( tex, p3, lod ) );
	}
	vec4 textureBicubic( sampler2D sampler, vec2 uv, float lod ) {
		vec2 fLodSize = vec2( textureSize( sampler, int( lod ) ) );
		vec2 cLodSize = vec2( textureSize( sampler, int( lod + 1.0 ) ) );
		vec2 fLodSizeInv = 1.0 / fLodSize;
		vec2 cLodSizeInv = 1.0 / cLodSize;
		vec4 fSample = bicubic( sampler, uv, vec4( fLodSizeInv, fLodSize ), floor( lod ) );
		vec4 cSample = bicubic( sampler, uv, vec4( cLodSizeInv, cLodSize ), ceil( lod ) );
		return mix( fSample, cSample, fract( lod ) );
	}
	vec3 getVolumeTransmissionRay( const in vec3 n, const in vec3 v, const in float thickness, const in float ior, const in mat4 modelMatrix ) {
		vec3 refractionVector = refract( - v, normalize( n ), 1.0 / ior );
		vec3 modelScale;
		modelScale.x = length( vec3( modelMatrix[ 0 ].xyz ) );
		modelScale.y = length( vec3( modelMatrix[ 1 ].xyz ) );
		modelScale.z = length( vec3( modelMatrix[ 2 ].xyz ) );
		return normalize( refractionVector ) * thickness * modelScale;
	}
	float applyIorToRoughness( const in float roughness, const in float ior ) {
		return roughness * clamp( ior * 2.0 - 2.0, 0.0, 1.0 );
	}
	vec4 getTransmissionSample( const in vec2 fragCoord, const in float roughness, const in float ior ) {
		float lod = log2( transmissionSamplerSize.x ) * applyIorToRoughness( roughness, ior );
		return textureBicubic( transmissionSamplerMap, fragCoord.xy, lod );
	}
	vec3 volumeAttenuation( const in float transmissionDistance, const in vec3 attenuationColor, const in float attenuationDistance ) {
		if ( isinf( attenuationDistance ) ) {
			return vec3( 1.0 );
		} else {
			vec3 attenuationCoefficient = -log( attenuationColor ) / attenuationDistance;
			vec3 transmittance = exp( - attenuationCoefficient * transmissionDistance );			return transmittance;
		}
	}
	vec4 getIBLVolumeRefraction( const in vec3 n, const in vec3 v, const in float roughness, const in vec3 diffuseColor,
		const in vec3 specularColor, const in float specularF90, const in vec3 position, const in mat4 modelMatrix,
		const in mat4 viewMatrix, const in mat4 projMatrix, const in float dispersion, const in float ior, const in float thickness,
		const in vec3 attenuationColor, const in float attenuationDistance ) {
		vec4 transmittedLight;
		vec3 transmittance;
		#ifdef USE_DISPERSION
			float halfSpread = ( ior - 1.0 ) * 0.025 * dispersion;
			vec3 iors = vec3( ior - halfSpread, ior, ior + halfSpread );
			for ( int i = 0; i < 3; i ++ ) {
				vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, iors[ i ], modelMatrix );
				vec3 refractedRayExit = position + transmissionRay;
				vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
				vec2 refractionCoords = ndcPos.xy / ndcPos.w;
				refractionCoords += 1.0;
				refractionCoords /= 2.0;
				vec4 transmissionSample = getTransmissionSample( refractionCoords, roughness, iors[ i ] );
				transmittedLight[ i ] = transmissionSample[ i ];
				transmittedLight.a += transmissionSample.a;
				transmittance[ i ] = diffuseColor[ i ] * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance )[ i ];
			}
			transmittedLight.a /= 3.0;
		#else
			vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, ior, modelMatrix );
			vec3 refractedRayExit = position + transmissionRay;
			vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
			vec2 refractionCoords = ndcPos.xy / ndcPos.w;
			refractionCoords += 1.0;
			refractionCoords /= 2.0;
			transmittedLight = getTransmissionSample( refractionCoords, roughness, ior );
			transmittance = diffuseColor * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance );
		#endif
		vec3 attenuatedColor = transmittance * transmittedLight.rgb;
		vec3 F = EnvironmentBRDF( n, v, specularColor, specularF90, roughness );
		float transmittanceFactor = ( transmittance.r + transmittance.g + transmittance.b ) / 3.0;
		return vec4( ( 1.0 - F ) * attenuatedColor, 1.0 - ( 1.0 - transmittedLight.a ) * transmittanceFactor );
	}
#endif`,WS=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_SPECULARMAP
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,XS=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	uniform mat3 mapTransform;
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	uniform mat3 alphaMapTransform;
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	uniform mat3 lightMapTransform;
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	uniform mat3 aoMapTransform;
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	uniform mat3 bumpMapTransform;
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	uniform mat3 normalMapTransform;
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_DISPLACEMENTMAP
	uniform mat3 displacementMapTransform;
	varying vec2 vDisplacementMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	uniform mat3 emissiveMapTransform;
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	uniform mat3 metalnessMapTransform;
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	uniform mat3 roughnessMapTransform;
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	uniform mat3 diffuseRoughnessMapTransform;
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	uniform mat3 anisotropyMapTransform;
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	uniform mat3 clearcoatMapTransform;
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform mat3 clearcoatNormalMapTransform;
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform mat3 clearcoatRoughnessMapTransform;
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	uniform mat3 sheenColorMapTransform;
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	uniform mat3 sheenRoughnessMapTransform;
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	uniform mat3 iridescenceMapTransform;
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform mat3 iridescenceThicknessMapTransform;
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SPECULARMAP
	uniform mat3 specularMapTransform;
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	uniform mat3 specularColorMapTransform;
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	uniform mat3 specularIntensityMapTransform;
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,qS=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	vUv = vec3( uv, 1 ).xy;
#endif
#ifdef USE_MAP
	vMapUv = ( mapTransform * vec3( MAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ALPHAMAP
	vAlphaMapUv = ( alphaMapTransform * vec3( ALPHAMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_LIGHTMAP
	vLightMapUv = ( lightMapTransform * vec3( LIGHTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_AOMAP
	vAoMapUv = ( aoMapTransform * vec3( AOMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_BUMPMAP
	vBumpMapUv = ( bumpMapTransform * vec3( BUMPMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_NORMALMAP
	vNormalMapUv = ( normalMapTransform * vec3( NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DISPLACEMENTMAP
	vDisplacementMapUv = ( displacementMapTransform * vec3( DISPLACEMENTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_EMISSIVEMAP
	vEmissiveMapUv = ( emissiveMapTransform * vec3( EMISSIVEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_METALNESSMAP
	vMetalnessMapUv = ( metalnessMapTransform * vec3( METALNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ROUGHNESSMAP
	vRoughnessMapUv = ( roughnessMapTransform * vec3( ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	vDiffuseRoughnessMapUv = ( diffuseRoughnessMapTransform * vec3( DIFFUSE_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ANISOTROPYMAP
	vAnisotropyMapUv = ( anisotropyMapTransform * vec3( ANISOTROPYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOATMAP
	vClearcoatMapUv = ( clearcoatMapTransform * vec3( CLEARCOATMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	vClearcoatNormalMapUv = ( clearcoatNormalMapTransform * vec3( CLEARCOAT_NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	vClearcoatRoughnessMapUv = ( clearcoatRoughnessMapTransform * vec3( CLEARCOAT_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCEMAP
	vIridescenceMapUv = ( iridescenceMapTransform * vec3( IRIDESCENCEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	vIridescenceThicknessMapUv = ( iridescenceThicknessMapTransform * vec3( IRIDESCENCE_THICKNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_COLORMAP
	vSheenColorMapUv = ( sheenColorMapTransform * vec3( SHEEN_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	vSheenRoughnessMapUv = ( sheenRoughnessMapTransform * vec3( SHEEN_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULARMAP
	vSpecularMapUv = ( specularMapTransform * vec3( SPECULARMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_COLORMAP
	vSpecularColorMapUv = ( specularColorMapTransform * vec3( SPECULAR_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	vSpecularIntensityMapUv = ( specularIntensityMapTransform * vec3( SPECULAR_INTENSITYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_TRANSMISSIONMAP
	vTransmissionMapUv = ( transmissionMapTransform * vec3( TRANSMISSIONMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_THICKNESSMAP
	vThicknessMapUv = ( thicknessMapTransform * vec3( THICKNESSMAP_UV, 1 ) ).xy;
#endif`,YS=`#if defined( USE_ENVMAP ) || defined( DISTANCE ) || defined ( USE_SHADOWMAP ) || defined ( USE_TRANSMISSION ) || NUM_SPOT_LIGHT_COORDS > 0
	vec4 worldPosition = vec4( transformed, 1.0 );
	#ifdef USE_BATCHING
		worldPosition = batchingMatrix * worldPosition;
	#endif
	#ifdef USE_INSTANCING
		worldPosition = instanceMatrix * worldPosition;
	#endif
	worldPosition = modelMatrix * worldPosition;
#endif`,$S=`varying vec2 vUv;
uniform mat3 uvTransform;
void main() {
	vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	gl_Position = vec4( position.xy, 1.0, 1.0 );
}`,ZS=`uniform sampler2D t2D;
uniform float backgroundIntensity;
varying vec2 vUv;
void main() {
	vec4 texColor = texture2D( t2D, vUv );
	#ifdef DECODE_VIDEO_TEXTURE
		texColor = vec4( mix( pow( texColor.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), texColor.rgb * 0.0773993808, vec3( lessThanEqual( texColor.rgb, vec3( 0.04045 ) ) ) ), texColor.w );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,JS=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,KS=`uniform float backgroundBlurriness;
uniform float backgroundIntensity;
uniform mat3 backgroundRotation;
varying vec3 vWorldDirection;
#include <envmap_common_pars_fragment>
void main() {
	#ifdef ENVMAP_TYPE_PMREM
		vec4 texColor = textureLod( envMap, backgroundRotation * vWorldDirection, roughnessToMip( backgroundBlurriness ) );
	#else
		vec4 texColor = textureCube( envMap, backgroundRotation * vWorldDirection );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,jS=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,QS=`uniform samplerCube tCube;
uniform float tFlip;
uniform float opacity;
varying vec3 vWorldDirection;
void main() {
	vec4 texColor = textureCube( tCube, vec3( tFlip * vWorldDirection.x, vWorldDirection.yz ) );
	gl_FragColor = texColor;
	gl_FragColor.a *= opacity;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,eM=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
varying vec2 vHighPrecisionZW;
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vHighPrecisionZW = gl_Position.zw;
}`,tM=`#if DEPTH_PACKING == 3200
	uniform float opacity;
#endif
#include <common>
#include <packing>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
varying vec2 vHighPrecisionZW;
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#if DEPTH_PACKING == 3200
		diffuseColor.a = opacity;
	#endif
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <logdepthbuf_fragment>
	#ifdef USE_REVERSED_DEPTH_BUFFER
		float fragCoordZ = vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ];
	#else
		float fragCoordZ = 0.5 * vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ] + 0.5;
	#endif
	#if DEPTH_PACKING == 3200
		gl_FragColor = vec4( vec3( 1.0 - fragCoordZ ), opacity );
	#elif DEPTH_PACKING == 3201
		gl_FragColor = packDepthToRGBA( fragCoordZ );
	#elif DEPTH_PACKING == 3202
		gl_FragColor = vec4( packDepthToRGB( fragCoordZ ), 1.0 );
	#elif DEPTH_PACKING == 3203
		gl_FragColor = vec4( packDepthToRG( fragCoordZ ), 0.0, 1.0 );
	#endif
}`,nM=`#define DISTANCE
varying vec3 vWorldPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <worldpos_vertex>
	#include <clipping_planes_vertex>
	vWorldPosition = worldPosition.xyz;
}`,iM=`#define DISTANCE
uniform vec3 referencePosition;
uniform float nearDistance;
uniform float farDistance;
varying vec3 vWorldPosition;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	float dist = length( vWorldPosition - referencePosition );
	dist = ( dist - nearDistance ) / ( farDistance - nearDistance );
	dist = saturate( dist );
	gl_FragColor = vec4( dist, 0.0, 0.0, 1.0 );
}`,sM=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
}`,rM=`uniform sampler2D tEquirect;
varying vec3 vWorldDirection;
#include <common>
void main() {
	vec3 direction = normalize( vWorldDirection );
	vec2 sampleUV = equirectUv( direction );
	gl_FragColor = texture2D( tEquirect, sampleUV );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,oM=`uniform float scale;
attribute float lineDistance;
varying float vLineDistance;
#include <common>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	vLineDistance = scale * lineDistance;
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,aM=`uniform vec3 diffuse;
uniform float opacity;
uniform float dashSize;
uniform float totalSize;
varying float vLineDistance;
#include <common>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	if ( mod( vLineDistance, totalSize ) > dashSize ) {
		discard;
	}
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,lM=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#if defined ( USE_ENVMAP ) || defined ( USE_SKINNING )
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinbase_vertex>
		#include <skinnormal_vertex>
		#include <defaultnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <fog_vertex>
}`,cM=`uniform vec3 diffuse;
uniform float opacity;
#ifndef FLAT_SHADED
	varying vec3 vNormal;
#endif
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <fog_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		reflectedLight.indirectDiffuse += lightMapTexel.rgb * lightMapIntensity * RECIPROCAL_PI;
	#else
		reflectedLight.indirectDiffuse += vec3( 1.0 );
	#endif
	#include <aomap_fragment>
	reflectedLight.indirectDiffuse *= diffuseColor.rgb;
	vec3 outgoingLight = reflectedLight.indirectDiffuse;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,hM=`#define LAMBERT
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,uM=`#define LAMBERT
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_lambert_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_lambert_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,dM=`#define MATCAP
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <displacementmap_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
	vViewPosition = - mvPosition.xyz;
}`,fM=`#define MATCAP
uniform vec3 diffuse;
uniform float opacity;
uniform sampler2D matcap;
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	vec3 viewDir = normalize( vViewPosition );
	vec3 x = normalize( vec3( viewDir.z, 0.0, - viewDir.x ) );
	vec3 y = cross( viewDir, x );
	vec2 uv = vec2( dot( x, normal ), dot( y, normal ) ) * 0.495 + 0.5;
	#ifdef USE_MATCAP
		vec4 matcapColor = texture2D( matcap, uv );
	#else
		vec4 matcapColor = vec4( vec3( mix( 0.2, 0.8, uv.y ) ), 1.0 );
	#endif
	vec3 outgoingLight = diffuseColor.rgb * matcapColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,pM=`#define NORMAL
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	vViewPosition = - mvPosition.xyz;
#endif
}`,mM=`#define NORMAL
uniform float opacity;
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <uv_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 0.0, 0.0, 0.0, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	gl_FragColor = vec4( normalize( normal ) * 0.5 + 0.5, diffuseColor.a );
	#ifdef OPAQUE
		gl_FragColor.a = 1.0;
	#endif
}`,gM=`#define PHONG
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,_M=`#define PHONG
uniform vec3 diffuse;
uniform vec3 emissive;
uniform vec3 specular;
uniform float shininess;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_phong_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_phong_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + reflectedLight.directSpecular + reflectedLight.indirectSpecular + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,xM=`#define STANDARD
varying vec3 vViewPosition;
#ifdef USE_TRANSMISSION
	varying vec3 vWorldPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
#ifdef USE_TRANSMISSION
	vWorldPosition = worldPosition.xyz;
#endif
}`,yM=`#define STANDARD
#ifdef PHYSICAL
	#define IOR
	#define USE_SPECULAR
#endif
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float roughness;
uniform float metalness;
uniform float opacity;
#ifdef IOR
	uniform float ior;
#endif
#ifdef USE_SPECULAR
	uniform float specularIntensity;
	uniform vec3 specularColor;
	#ifdef USE_SPECULAR_COLORMAP
		uniform sampler2D specularColorMap;
	#endif
	#ifdef USE_SPECULAR_INTENSITYMAP
		uniform sampler2D specularIntensityMap;
	#endif
#endif
#ifdef USE_CLEARCOAT
	uniform float clearcoat;
	uniform float clearcoatRoughness;
#endif
#ifdef USE_DIFFUSE_ROUGHNESS
	uniform float diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		uniform sampler2D diffuseRoughnessMap;
	#endif
#endif
#ifdef USE_DISPERSION
	uniform float dispersion;
#endif
#ifdef USE_RETROREFLECTION
	uniform float retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	uniform float iridescence;
	uniform float iridescenceIOR;
	uniform float iridescenceThicknessMinimum;
	uniform float iridescenceThicknessMaximum;
#endif
#ifdef USE_SHEEN
	uniform vec3 sheenColor;
	uniform float sheenRoughness;
	#ifdef USE_SHEEN_COLORMAP
		uniform sampler2D sheenColorMap;
	#endif
	#ifdef USE_SHEEN_ROUGHNESSMAP
		uniform sampler2D sheenRoughnessMap;
	#endif
#endif
#ifdef USE_ANISOTROPY
	uniform vec2 anisotropyVector;
	#ifdef USE_ANISOTROPYMAP
		uniform sampler2D anisotropyMap;
	#endif
#endif
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <iridescence_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_physical_pars_fragment>
#include <transmission_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <clearcoat_pars_fragment>
#include <iridescence_pars_fragment>
#include <roughnessmap_pars_fragment>
#include <metalnessmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <roughnessmap_fragment>
	#include <metalnessmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <clearcoat_normal_fragment_begin>
	#include <clearcoat_normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_physical_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 totalDiffuse = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse;
	vec3 totalSpecular = reflectedLight.directSpecular + reflectedLight.indirectSpecular;
	#include <transmission_fragment>
	vec3 outgoingLight = totalDiffuse + totalSpecular + totalEmissiveRadiance;
	#ifdef USE_SHEEN
 
		outgoingLight = outgoingLight + sheenSpecularDirect + sheenSpecularIndirect;
 
 	#endif
	#ifdef USE_CLEARCOAT
		float dotNVcc = saturate( dot( geometryClearcoatNormal, geometryViewDir ) );
		vec3 Fcc = F_Schlick( material.clearcoatF0, material.clearcoatF90, dotNVcc );
		outgoingLight = outgoingLight * ( 1.0 - material.clearcoat * Fcc ) + ( clearcoatSpecularDirect + clearcoatSpecularIndirect ) * material.clearcoat;
	#endif
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,vM=`#define TOON
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,SM=`#define TOON
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <gradientmap_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_toon_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_toon_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,MM=`uniform float size;
uniform float scale;
#include <common>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
#ifdef USE_POINTS_UV
	varying vec2 vUv;
	uniform mat3 uvTransform;
#endif
void main() {
	#ifdef USE_POINTS_UV
		vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	#endif
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	gl_PointSize = size;
	#ifdef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) gl_PointSize *= ( scale / - mvPosition.z );
	#endif
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <fog_vertex>
}`,bM=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <color_pars_fragment>
#include <map_particle_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_particle_fragment>
	#include <color_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,wM=`#include <common>
#include <batching_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <shadowmap_pars_vertex>
void main() {
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,TM=`uniform vec3 color;
uniform float opacity;
#include <common>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <logdepthbuf_pars_fragment>
#include <shadowmap_pars_fragment>
#include <shadowmask_pars_fragment>
void main() {
	#include <logdepthbuf_fragment>
	gl_FragColor = vec4( color, opacity * ( 1.0 - getShadowMask() ) );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,EM=`uniform float rotation;
uniform vec2 center;
#include <common>
#include <uv_pars_vertex>
#include <fog_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	vec4 mvPosition = modelViewMatrix[ 3 ];
	vec2 scale = vec2( length( modelMatrix[ 0 ].xyz ), length( modelMatrix[ 1 ].xyz ) );
	#ifndef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) scale *= - mvPosition.z;
	#endif
	vec2 alignedPosition = ( position.xy - ( center - vec2( 0.5 ) ) ) * scale;
	vec2 rotatedPosition;
	rotatedPosition.x = cos( rotation ) * alignedPosition.x - sin( rotation ) * alignedPosition.y;
	rotatedPosition.y = sin( rotation ) * alignedPosition.x + cos( rotation ) * alignedPosition.y;
	mvPosition.xy += rotatedPosition;
	gl_Position = projectionMatrix * mvPosition;
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,AM=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
}`,ut={alphahash_fragment:Zy,alphahash_pars_fragment:Jy,alphamap_fragment:Ky,alphamap_pars_fragment:jy,alphatest_fragment:Qy,alphatest_pars_fragment:ev,aomap_fragment:tv,aomap_pars_fragment:nv,batching_pars_vertex:iv,batching_vertex:sv,begin_vertex:rv,beginnormal_vertex:ov,bsdfs:av,iridescence_fragment:lv,bumpmap_pars_fragment:cv,clipping_planes_fragment:hv,clipping_planes_pars_fragment:uv,clipping_planes_pars_vertex:dv,clipping_planes_vertex:fv,color_fragment:pv,color_pars_fragment:mv,color_pars_vertex:gv,color_vertex:_v,common:xv,defaultnormal_vertex:yv,displacementmap_pars_vertex:vv,displacementmap_vertex:Sv,emissivemap_fragment:Mv,emissivemap_pars_fragment:bv,colorspace_fragment:wv,colorspace_pars_fragment:Tv,envmap_fragment:Ev,envmap_common_pars_fragment:Av,envmap_pars_fragment:Cv,envmap_pars_vertex:Rv,envmap_physical_pars_fragment:zv,envmap_vertex:Pv,fog_vertex:Iv,fog_pars_vertex:Lv,fog_fragment:Dv,fog_pars_fragment:Nv,gradientmap_pars_fragment:Uv,lightmap_pars_fragment:Ov,lights_lambert_fragment:Fv,lights_lambert_pars_fragment:Bv,lights_pars_begin:kv,lights_toon_fragment:Vv,lights_toon_pars_fragment:Gv,lights_phong_fragment:Hv,lights_phong_pars_fragment:Wv,lights_physical_fragment:Xv,lights_physical_pars_fragment:qv,lights_fragment_begin:Yv,lights_fragment_maps:$v,lights_fragment_end:Zv,lightprobes_pars_fragment:Jv,logdepthbuf_fragment:Kv,logdepthbuf_pars_fragment:jv,logdepthbuf_pars_vertex:Qv,logdepthbuf_vertex:eS,map_fragment:tS,map_pars_fragment:nS,map_particle_fragment:iS,map_particle_pars_fragment:sS,metalnessmap_fragment:rS,metalnessmap_pars_fragment:oS,morphinstance_vertex:aS,morphcolor_vertex:lS,morphnormal_vertex:cS,morphtarget_pars_vertex:hS,morphtarget_vertex:uS,normal_fragment_begin:dS,normal_fragment_maps:fS,normal_pars_fragment:pS,normal_pars_vertex:mS,normal_vertex:gS,normalmap_pars_fragment:_S,clearcoat_normal_fragment_begin:xS,clearcoat_normal_fragment_maps:yS,clearcoat_pars_fragment:vS,iridescence_pars_fragment:SS,opaque_fragment:MS,packing:bS,premultiplied_alpha_fragment:wS,project_vertex:TS,dithering_fragment:ES,dithering_pars_fragment:AS,roughnessmap_fragment:CS,roughnessmap_pars_fragment:RS,shadowmap_pars_fragment:PS,shadowmap_pars_vertex:IS,shadowmap_vertex:LS,shadowmask_pars_fragment:DS,skinbase_vertex:NS,skinning_pars_vertex:US,skinning_vertex:OS,skinnormal_vertex:FS,specularmap_fragment:BS,specularmap_pars_fragment:kS,tonemapping_fragment:zS,tonemapping_pars_fragment:VS,transmission_fragment:GS,transmission_pars_fragment:HS,uv_pars_fragment:WS,uv_pars_vertex:XS,uv_vertex:qS,worldpos_vertex:YS,background_vert:$S,background_frag:ZS,backgroundCube_vert:JS,backgroundCube_frag:KS,cube_vert:jS,cube_frag:QS,depth_vert:eM,depth_frag:tM,distance_vert:nM,distance_frag:iM,equirect_vert:sM,equirect_frag:rM,linedashed_vert:oM,linedashed_frag:aM,meshbasic_vert:lM,meshbasic_frag:cM,meshlambert_vert:hM,meshlambert_frag:uM,meshmatcap_vert:dM,meshmatcap_frag:fM,meshnormal_vert:pM,meshnormal_frag:mM,meshphong_vert:gM,meshphong_frag:_M,meshphysical_vert:xM,meshphysical_frag:yM,meshtoon_vert:vM,meshtoon_frag:SM,points_vert:MM,points_frag:bM,shadow_vert:wM,shadow_frag:TM,sprite_vert:EM,sprite_frag:AM},Ne={common:{diffuse:{value:new _t(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new it},alphaMap:{value:null},alphaMapTransform:{value:new it},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new it}},envmap:{envMap:{value:null},envMapRotation:{value:new it},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98},dfgLUT:{value:null}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new it}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new it}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new it},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new it},normalScale:{value:new Ke(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new it},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new it}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new it}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new it}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new _t(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},sunLights:{value:[],properties:{direction:{},color:{}}},sunLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},sunShadowMatrix:{value:[]},sunShadowCascade:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null},probesSH:{value:[]},probesMin:{value:[]},probesMax:{value:[]},probesResolution:{value:[]}},points:{diffuse:{value:new _t(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new it},alphaTest:{value:0},uvTransform:{value:new it}},sprite:{diffuse:{value:new _t(16777215)},opacity:{value:1},center:{value:new Ke(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new it},alphaMap:{value:null},alphaMapTransform:{value:new it},alphaTest:{value:0}}},us={basic:{uniforms:qn([Ne.common,Ne.specularmap,Ne.envmap,Ne.aomap,Ne.lightmap,Ne.fog]),vertexShader:ut.meshbasic_vert,fragmentShader:ut.meshbasic_frag},lambert:{uniforms:qn([Ne.common,Ne.specularmap,Ne.envmap,Ne.aomap,Ne.lightmap,Ne.emissivemap,Ne.bumpmap,Ne.normalmap,Ne.displacementmap,Ne.fog,Ne.lights,{emissive:{value:new _t(0)},envMapIntensity:{value:1}}]),vertexShader:ut.meshlambert_vert,fragmentShader:ut.meshlambert_frag},phong:{uniforms:qn([Ne.common,Ne.specularmap,Ne.envmap,Ne.aomap,Ne.lightmap,Ne.emissivemap,Ne.bumpmap,Ne.normalmap,Ne.displacementmap,Ne.fog,Ne.lights,{emissive:{value:new _t(0)},specular:{value:new _t(1118481)},shininess:{value:30},envMapIntensity:{value:1}}]),vertexShader:ut.meshphong_vert,fragmentShader:ut.meshphong_frag},standard:{uniforms:qn([Ne.common,Ne.envmap,Ne.aomap,Ne.lightmap,Ne.emissivemap,Ne.bumpmap,Ne.normalmap,Ne.displacementmap,Ne.roughnessmap,Ne.metalnessmap,Ne.fog,Ne.lights,{emissive:{value:new _t(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:ut.meshphysical_vert,fragmentShader:ut.meshphysical_frag},toon:{uniforms:qn([Ne.common,Ne.aomap,Ne.lightmap,Ne.emissivemap,Ne.bumpmap,Ne.normalmap,Ne.displacementmap,Ne.gradientmap,Ne.fog,Ne.lights,{emissive:{value:new _t(0)}}]),vertexShader:ut.meshtoon_vert,fragmentShader:ut.meshtoon_frag},matcap:{uniforms:qn([Ne.common,Ne.bumpmap,Ne.normalmap,Ne.displacementmap,Ne.fog,{matcap:{value:null}}]),vertexShader:ut.meshmatcap_vert,fragmentShader:ut.meshmatcap_frag},points:{uniforms:qn([Ne.points,Ne.fog]),vertexShader:ut.points_vert,fragmentShader:ut.points_frag},dashed:{uniforms:qn([Ne.common,Ne.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:ut.linedashed_vert,fragmentShader:ut.linedashed_frag},depth:{uniforms:qn([Ne.common,Ne.displacementmap]),vertexShader:ut.depth_vert,fragmentShader:ut.depth_frag},normal:{uniforms:qn([Ne.common,Ne.bumpmap,Ne.normalmap,Ne.displacementmap,{opacity:{value:1}}]),vertexShader:ut.meshnormal_vert,fragmentShader:ut.meshnormal_frag},sprite:{uniforms:qn([Ne.sprite,Ne.fog]),vertexShader:ut.sprite_vert,fragmentShader:ut.sprite_frag},background:{uniforms:{uvTransform:{value:new it},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:ut.background_vert,fragmentShader:ut.background_frag},backgroundCube:{uniforms:{envMap:{value:null},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new it}},vertexShader:ut.backgroundCube_vert,fragmentShader:ut.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:ut.cube_vert,fragmentShader:ut.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:ut.equirect_vert,fragmentShader:ut.equirect_frag},distance:{uniforms:qn([Ne.common,Ne.displacementmap,{referencePosition:{value:new $},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:ut.distance_vert,fragmentShader:ut.distance_frag},shadow:{uniforms:qn([Ne.lights,Ne.fog,{color:{value:new _t(0)},opacity:{value:1}}]),vertexShader:ut.shadow_vert,fragmentShader:ut.shadow_frag}};us.physical={uniforms:qn([us.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new it},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new it},clearcoatNormalScale:{value:new Ke(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new it},diffuseRoughness:{value:0},diffuseRoughnessMap:{value:null},diffuseRoughnessMapTransform:{value:new it},dispersion:{value:0},retroreflectivity:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new it},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new it},sheen:{value:0},sheenColor:{value:new _t(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new it},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new it},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new it},transmissionSamplerSize:{value:new Ke},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new it},attenuationDistance:{value:0},attenuationColor:{value:new _t(0)},specularColor:{value:new _t(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new it},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new it},anisotropyVector:{value:new Ke},anisotropyMap:{value:null},anisotropyMapTransform:{value:new it}}]),vertexShader:ut.meshphysical_vert,fragmentShader:ut.meshphysical_frag};var _h={r:0,b:0,g:0},CM=new Wt,Og=new it;Og.set(-1,0,0,0,1,0,0,0,1);function RM(i,e,t,n,s,r){let o=new _t(0),a=s===!0?0:1,l,c,h=null,d=0,u=null;function f(y){let R=y.isScene===!0?y.background:null;if(R&&R.isTexture){let w=y.backgroundBlurriness>0;R=e.get(R,w)}return R}function g(y){let R=!1,w=f(y);w===null?m(o,a):w&&w.isColor&&(m(w,1),R=!0);let I=i.xr.getEnvironmentBlendMode();I==="additive"?t.buffers.color.setClear(0,0,0,1,r):I==="alpha-blend"&&t.buffers.color.setClear(0,0,0,0,r),(i.autoClear||R)&&(t.buffers.depth.setTest(!0),t.buffers.depth.setMask(!0),t.buffers.color.setMask(!0),i.clear(i.autoClearColor,i.autoClearDepth,i.autoClearStencil))}function S(y,R){let w=f(R);w&&w.isCubeTexture?(c===void 0&&(c=new vi(new mo(1,1,1),new ls({name:"BackgroundCubeMaterial",uniforms:vr(us.backgroundCube.uniforms),vertexShader:us.backgroundCube.vertexShader,fragmentShader:us.backgroundCube.fragmentShader,side:ti,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),c.geometry.deleteAttribute("normal"),c.geometry.deleteAttribute("uv"),c.onBeforeRender=function(I,A,x){this.matrixWorld.copyPosition(x.matrixWorld)},Object.defineProperty(c.material,"envMap",{get:function(){return this.uniforms.envMap.value}}),n.update(c)),c.material.uniforms.envMap.value=w,c.material.uniforms.backgroundBlurriness.value=R.backgroundBlurriness,c.material.uniforms.backgroundIntensity.value=R.backgroundIntensity,c.material.uniforms.backgroundRotation.value.setFromMatrix4(CM.makeRotationFromEuler(R.backgroundRotation)).transpose(),w.isRenderTargetTexture===!1&&c.material.uniforms.backgroundRotation.value.premultiply(Og),c.material.toneMapped=bt.getTransfer(w.colorSpace)!==Dt,(h!==w||d!==w.version||u!==i.toneMapping)&&(c.material.needsUpdate=!0,h=w,d=w.version,u=i.toneMapping),c.layers.enableAll(),y.unshift(c,c.geometry,c.material,0,0,null)):w&&w.isTexture&&(l===void 0&&(l=new vi(new Ta(2,2),new ls({name:"BackgroundMaterial",uniforms:vr(us.background.uniforms),vertexShader:us.background.vertexShader,fragmentShader:us.background.fragmentShader,side:tr,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),l.geometry.deleteAttribute("normal"),Object.defineProperty(l.material,"map",{get:function(){return this.uniforms.t2D.value}}),n.update(l)),l.material.uniforms.t2D.value=w,l.material.uniforms.backgroundIntensity.value=R.backgroundIntensity,l.material.toneMapped=bt.getTransfer(w.colorSpace)!==Dt,w.matrixAutoUpdate===!0&&w.updateMatrix(),l.material.uniforms.uvTransform.value.copy(w.matrix),(h!==w||d!==w.version||u!==i.toneMapping)&&(l.material.needsUpdate=!0,h=w,d=w.version,u=i.toneMapping),l.layers.enableAll(),y.unshift(l,l.geometry,l.material,0,0,null))}function m(y,R){y.getRGB(_h,Ld(i)),t.buffers.color.setClear(_h.r,_h.g,_h.b,R,r)}function p(){c!==void 0&&(c.geometry.dispose(),c.material.dispose(),c=void 0),l!==void 0&&(l.geometry.dispose(),l.material.dispose(),l=void 0)}return{getClearColor:function(){return o},setClearColor:function(y,R=1){o.set(y),a=R,m(o,a)},getClearAlpha:function(){return a},setClearAlpha:function(y){a=y,m(o,a)},render:g,addToRenderList:S,dispose:p}}function PM(i,e){let t=i.getParameter(i.MAX_VERTEX_ATTRIBS),n={},s=u(null),r=s,o=!1;function a(U,G,X,N,q){let J=!1,W=d(U,N,X,G);r!==W&&(r=W,c(r.object)),J=f(U,N,X,q),J&&g(U,N,X,q),q!==null&&e.update(q,i.ELEMENT_ARRAY_BUFFER),(J||o)&&(o=!1,w(U,G,X,N),q!==null&&i.bindBuffer(i.ELEMENT_ARRAY_BUFFER,e.get(q).buffer))}function l(){return i.createVertexArray()}function c(U){return i.bindVertexArray(U)}function h(U){return i.deleteVertexArray(U)}function d(U,G,X,N){let q=N.wireframe===!0,J=n[G.id];J===void 0&&(J={},n[G.id]=J);let W=U.isInstancedMesh===!0?U.id:0,ue=J[W];ue===void 0&&(ue={},J[W]=ue);let Q=ue[X.id];Q===void 0&&(Q={},ue[X.id]=Q);let te=Q[q];return te===void 0&&(te=u(l()),Q[q]=te),te}function u(U){let G=[],X=[],N=[];for(let q=0;q<t;q++)G[q]=0,X[q]=0,N[q]=0;return{geometry:null,program:null,wireframe:!1,newAttributes:G,enabledAttributes:X,attributeDivisors:N,object:U,attributes:{},index:null}}function f(U,G,X,N){let q=r.attributes,J=G.attributes,W=0,ue=X.getAttributes();for(let Q in ue)if(ue[Q].location>=0){let oe=q[Q],pe=J[Q];if(pe===void 0&&(Q==="instanceMatrix"&&U.instanceMatrix&&(pe=U.instanceMatrix),Q==="instanceColor"&&U.instanceColor&&(pe=U.instanceColor)),oe===void 0||oe.attribute!==pe||pe&&oe.data!==pe.data)return!0;W++}return r.attributesNum!==W||r.index!==N}function g(U,G,X,N){let q={},J=G.attributes,W=0,ue=X.getAttributes();for(let Q in ue)if(ue[Q].location>=0){let oe=J[Q];oe===void 0&&(Q==="instanceMatrix"&&U.instanceMatrix&&(oe=U.instanceMatrix),Q==="instanceColor"&&U.instanceColor&&(oe=U.instanceColor));let pe={};pe.attribute=oe,oe&&oe.data&&(pe.data=oe.data),q[Q]=pe,W++}r.attributes=q,r.attributesNum=W,r.index=N}function S(){let U=r.newAttributes;for(let G=0,X=U.length;G<X;G++)U[G]=0}function m(U){p(U,0)}function p(U,G){let X=r.newAttributes,N=r.enabledAttributes,q=r.attributeDivisors;X[U]=1,N[U]===0&&(i.enableVertexAttribArray(U),N[U]=1),q[U]!==G&&(i.vertexAttribDivisor(U,G),q[U]=G)}function y(){let U=r.newAttributes,G=r.enabledAttributes;for(let X=0,N=G.length;X<N;X++)G[X]!==U[X]&&(i.disableVertexAttribArray(X),G[X]=0)}function R(U,G,X,N,q,J,W){W===!0?i.vertexAttribIPointer(U,G,X,q,J):i.vertexAttribPointer(U,G,X,N,q,J)}function w(U,G,X,N){S();let q=N.attributes,J=X.getAttributes(),W=G.defaultAttributeValues;for(let ue in J){let Q=J[ue];if(Q.location>=0){let te=q[ue];if(te===void 0&&(ue==="instanceMatrix"&&U.instanceMatrix&&(te=U.instanceMatrix),ue==="instanceColor"&&U.instanceColor&&(te=U.instanceColor)),te!==void 0){let oe=te.normalized,pe=te.itemSize,fe=e.get(te);if(fe===void 0)continue;let ne=fe.buffer,_e=fe.type,ve=fe.bytesPerElement,Re=_e===i.INT||_e===i.UNSIGNED_INT||te.gpuType===Nc;if(te.isInterleavedBufferAttribute){let we=te.data,qe=we.isInterleavedBuffer===!0?we.stride:we.itemSize,ot=te.offset;if(we.isInstancedInterleavedBuffer||we.isInstancedBufferAttribute){for(let We=0;We<Q.locationSize;We++)p(Q.location+We,we.meshPerAttribute);U.isInstancedMesh!==!0&&N._maxInstanceCount===void 0&&(N._maxInstanceCount=we.meshPerAttribute*we.count)}else for(let We=0;We<Q.locationSize;We++)m(Q.location+We);i.bindBuffer(i.ARRAY_BUFFER,ne);for(let We=0;We<Q.locationSize;We++)R(Q.location+We,pe/Q.locationSize,_e,oe,qe*ve,(ot+pe/Q.locationSize*We)*ve,Re)}else{if(te.isInstancedBufferAttribute){for(let we=0;we<Q.locationSize;we++)p(Q.location+we,te.meshPerAttribute);U.isInstancedMesh!==!0&&N._maxInstanceCount===void 0&&(N._maxInstanceCount=te.meshPerAttribute*te.count)}else for(let we=0;we<Q.locationSize;we++)m(Q.location+we);i.bindBuffer(i.ARRAY_BUFFER,ne);for(let we=0;we<Q.locationSize;we++)R(Q.location+we,pe/Q.locationSize,_e,oe,pe*ve,pe/Q.locationSize*we*ve,Re)}}else if(W!==void 0){let oe=W[ue];if(oe!==void 0)switch(oe.length){case 2:i.vertexAttrib2fv(Q.location,oe);break;case 3:i.vertexAttrib3fv(Q.location,oe);break;case 4:i.vertexAttrib4fv(Q.location,oe);break;default:i.vertexAttrib1fv(Q.location,oe)}}}}y()}function I(){V();for(let U in n){let G=n[U];for(let X in G){let N=G[X];for(let q in N){let J=N[q];for(let W in J)h(J[W].object),delete J[W];delete N[q]}}delete n[U]}}function A(U){if(n[U.id]===void 0)return;let G=n[U.id];for(let X in G){let N=G[X];for(let q in N){let J=N[q];for(let W in J)h(J[W].object),delete J[W];delete N[q]}}delete n[U.id]}function x(U){for(let G in n){let X=n[G];for(let N in X){let q=X[N];if(q[U.id]===void 0)continue;let J=q[U.id];for(let W in J)h(J[W].object),delete J[W];delete q[U.id]}}}function E(U){for(let G in n){let X=n[G],N=U.isInstancedMesh===!0?U.id:0,q=X[N];if(q!==void 0){for(let J in q){let W=q[J];for(let ue in W)h(W[ue].object),delete W[ue];delete q[J]}delete X[N],Object.keys(X).length===0&&delete n[G]}}}function V(){O(),o=!0,r!==s&&(r=s,c(r.object))}function O(){s.geometry=null,s.program=null,s.wireframe=!1}return{setup:a,reset:V,resetDefaultState:O,dispose:I,releaseStatesOfGeometry:A,releaseStatesOfObject:E,releaseStatesOfProgram:x,initAttributes:S,enableAttribute:m,disableUnusedAttributes:y}}function IM(i,e,t){let n;function s(l){n=l}function r(l,c){i.drawArrays(n,l,c),t.update(c,n,1)}function o(l,c,h){h!==0&&(i.drawArraysInstanced(n,l,c,h),t.update(c,n,h))}function a(l,c,h){if(h===0)return;e.get("WEBGL_multi_draw").multiDrawArraysWEBGL(n,l,0,c,0,h);let u=0;for(let f=0;f<h;f++)u+=c[f];t.update(u,n,1)}this.setMode=s,this.render=r,this.renderInstances=o,this.renderMultiDraw=a}function LM(i,e,t,n){let s;function r(){if(s!==void 0)return s;if(e.has("EXT_texture_filter_anisotropic")===!0){let x=e.get("EXT_texture_filter_anisotropic");s=i.getParameter(x.MAX_TEXTURE_MAX_ANISOTROPY_EXT)}else s=0;return s}function o(x){return!(x!==qi&&n.convert(x)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_FORMAT))}function a(x){let E=x===Xi&&(e.has("EXT_color_buffer_half_float")||e.has("EXT_color_buffer_float"));return!(x!==ri&&x!==Wi&&!E&&n.convert(x)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_TYPE))}function l(x){if(x==="highp"){if(i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.HIGH_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.HIGH_FLOAT).precision>0)return"highp";x="mediump"}return x==="mediump"&&i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.MEDIUM_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.MEDIUM_FLOAT).precision>0?"mediump":"lowp"}let c=t.precision!==void 0?t.precision:"highp",h=l(c);h!==c&&(Ze("WebGLRenderer:",c,"not supported, using",h,"instead."),c=h);let d=t.reversedDepthBuffer===!0&&e.has("EXT_clip_control"),u=t.logarithmicDepthBuffer===!0&&d===!1;t.reversedDepthBuffer===!0&&d===!1&&Ze("WebGLRenderer: Unable to use reversed depth buffer due to missing EXT_clip_control extension. Fallback to default depth buffer."),t.logarithmicDepthBuffer===!0&&d===!0&&Ze("WebGLRenderer: Logarithmic depth buffer is ignored when reversed depth buffer is enabled.");let f=i.getParameter(i.MAX_TEXTURE_IMAGE_UNITS),g=i.getParameter(i.MAX_VERTEX_TEXTURE_IMAGE_UNITS),S=i.getParameter(i.MAX_TEXTURE_SIZE),m=i.getParameter(i.MAX_CUBE_MAP_TEXTURE_SIZE),p=i.getParameter(i.MAX_VERTEX_ATTRIBS),y=i.getParameter(i.MAX_VERTEX_UNIFORM_VECTORS),R=i.getParameter(i.MAX_VARYING_VECTORS),w=i.getParameter(i.MAX_FRAGMENT_UNIFORM_VECTORS),I=i.getParameter(i.MAX_SAMPLES),A=i.getParameter(i.SAMPLES);return{isWebGL2:!0,getMaxAnisotropy:r,getMaxPrecision:l,textureFormatReadable:o,textureTypeReadable:a,precision:c,logarithmicDepthBuffer:u,reversedDepthBuffer:d,maxTextures:f,maxVertexTextures:g,maxTextureSize:S,maxCubemapSize:m,maxAttributes:p,maxVertexUniforms:y,maxVaryings:R,maxFragmentUniforms:w,maxSamples:I,samples:A}}function DM(i){let e=this,t=null,n=0,s=!1,r=!1,o=new mi,a=new it,l={value:null,needsUpdate:!1};this.uniform=l,this.numPlanes=0,this.numIntersection=0,this.init=function(d,u){let f=d.length!==0||u||n!==0||s;return s=u,n=d.length,f},this.beginShadows=function(){r=!0,h(null)},this.endShadows=function(){r=!1},this.setGlobalState=function(d,u){t=h(d,u,0)},this.setState=function(d,u,f){let g=d.clippingPlanes,S=d.clipIntersection,m=d.clipShadows,p=i.get(d);if(!s||g===null||g.length===0||r&&!m)r?h(null):c();else{let y=r?0:n,R=y*4,w=p.clippingState||null;l.value=w,w=h(g,u,R,f);for(let I=0;I!==R;++I)w[I]=t[I];p.clippingState=w,this.numIntersection=S?this.numPlanes:0,this.numPlanes+=y}};function c(){l.value!==t&&(l.value=t,l.needsUpdate=n>0),e.numPlanes=n,e.numIntersection=0}function h(d,u,f,g){let S=d!==null?d.length:0,m=null;if(S!==0){if(m=l.value,g!==!0||m===null){let p=f+S*4,y=u.matrixWorldInverse;a.getNormalMatrix(y),(m===null||m.length<p)&&(m=new Float32Array(p));for(let R=0,w=f;R!==S;++R,w+=4)o.copy(d[R]).applyMatrix4(y,a),o.normal.toArray(m,w),m[w+3]=o.constant}l.value=m,l.needsUpdate=!0}return e.numPlanes=S,e.numIntersection=0,m}}var Xa=class extends xi{constructor(e=1,t={}){super(e,e,t),this.isWebGLCubeRenderTarget=!0;let n={width:e,height:e,depth:1},s=[n,n,n,n,n,n];this.texture=new Sa(s),this._setTextureOptions(t),this.texture.isRenderTargetTexture=!0}fromEquirectangularTexture(e,t){this.texture.type=t.type,this.texture.colorSpace=t.colorSpace,this.texture.generateMipmaps=t.generateMipmaps,this.texture.minFilter=t.minFilter,this.texture.magFilter=t.magFilter;let n={uniforms:{tEquirect:{value:null}},vertexShader:`

				varying vec3 vWorldDirection;

				vec3 transformDirection( in vec3 dir, in mat4 matrix ) {

					return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );

				}

				void main() {

					vWorldDirection = transformDirection( position, modelMatrix );

					#include <begin_vertex>
					#include <project_vertex>

				}
			`,fragmentShader:`

				uniform sampler2D tEquirect;

				varying vec3 vWorldDirection;

				#include <common>

				void main() {

					vec3 direction = normalize( vWorldDirection );

					vec2 sampleUV = equirectUv( direction );

					gl_FragColor = texture2D( tEquirect, sampleUV );

				}
			`},s=new mo(5,5,5),r=new ls({name:"CubemapFromEquirect",uniforms:vr(n.uniforms),vertexShader:n.vertexShader,fragmentShader:n.fragmentShader,side:ti,blending:gr});r.uniforms.tEquirect.value=t;let o=new vi(s,r),a=t.minFilter;return t.minFilter===Ps&&(t.minFilter=ei),new _o(1,10,this).update(e,o),t.minFilter=a,o.geometry.dispose(),o.material.dispose(),this}clear(e,t=!0,n=!0,s=!0){let r=e.getRenderTarget();for(let o=0;o<6;o++)e.setRenderTarget(this,o),e.clear(t,n,s);e.setRenderTarget(r)}},pg=256,NM=3,UM=20,Fg=256,Bg=16,OM=3,FM=new $,BM=new _t,yh=class i{constructor(e){this._renderer=e,this._cubeSize=0,this._sourceTarget=null,this._cubeCamera=new _o(1,10,null),this._boxMesh=new vi(new mo(5,5,5),null),this._cubemapMaterial=null,this._equirectMaterial=null,this._blurMaterial=null,this._ggxMaterial=null,this._integrationMaterial=null}fromScene(e,t=0,n=.1,s=100,r={}){let{size:o=256,position:a=FM}=r,l=this._renderer;this._setSize(o);let c=this._allocateTarget(),h=this._getSourceTarget(!0);t>0&&(h.texture.mipmapsAutoUpdate=!1);let d=l.autoClear,u=l.autoClearColor,f=l.autoClearDepth,g=l.autoClearStencil,S=e.background;l.autoClear=!0,l.autoClearColor=!0,l.autoClearDepth=!0,l.autoClearStencil=!0,S===null&&(e.background=l.getClearColor(BM));let m=new _o(n,s,h);return m.position.copy(a),m.update(l,e),l.autoClear=d,l.autoClearColor=u,l.autoClearDepth=f,l.autoClearStencil=g,e.background=S,t>0&&(h.texture.mipmapsAutoUpdate=!0,this._blur(c,t)),this._applyPMREM(c),c}fromEquirectangular(e,t=null){return this._fromTexture(e,t)}fromCubemap(e,t=null){return this._fromTexture(e,t)}compileCubemapShader(){this._cubemapMaterial===null&&(this._cubemapMaterial=_g(),this._compileMaterial(this._cubemapMaterial))}compileEquirectangularShader(){this._equirectMaterial===null&&(this._equirectMaterial=gg(),this._compileMaterial(this._equirectMaterial))}dispose(){this._sourceTarget!==null&&this._sourceTarget.dispose(),this._cubemapMaterial!==null&&this._cubemapMaterial.dispose(),this._equirectMaterial!==null&&this._equirectMaterial.dispose(),this._blurMaterial!==null&&this._blurMaterial.dispose(),this._ggxMaterial!==null&&this._ggxMaterial.dispose(),this._integrationMaterial!==null&&this._integrationMaterial.dispose(),this._boxMesh.geometry.dispose()}static lodToRoughness(e,t){return t>0?1-Math.sqrt(1-e/t):0}_setSize(e){this._cubeSize=Math.max(pg,Rd(e))}_fromTexture(e,t){e.mapping===xr||e.mapping===So?this._setSize(e.image.length===0?pg:e.image[0].width||e.image[0].image.width):this._setSize(e.image.width/4);let n=t||this._allocateTarget();return this._textureToCubemap(e),this._applyPMREM(n),n}_allocateTarget(){let e=this._cubeSize,t=mg(e,!1,!1),n=Math.log2(e)-NM;for(let s=0;s<=n;s++)t.texture.mipmaps.push({width:e>>s,height:e>>s});return t.texture.name="PMREM",t.texture.isPMREMTexture=!0,t}_getSourceTarget(e=!1){let t=this._cubeSize,n=this._sourceTarget;return(n===null||n.width!==t||e&&n.depthBuffer===!1)&&(n!==null&&n.dispose(),this._sourceTarget=mg(t,!0,e)),this._sourceTarget}_compileMaterial(e){this._boxMesh.material=e,this._renderer.compile(this._boxMesh,this._cubeCamera.children[0])}_renderCube(e,t,n){let s=this._boxMesh,r=this._cubeCamera;s.material=n,r.renderTarget=e,r.activeMipmapLevel=t;let o=e.width>>t;e.viewport.set(0,0,o,o),r.update(this._renderer,s),e.viewport.set(0,0,e.width,e.height)}_textureToCubemap(e){let t;e.mapping===xr||e.mapping===So?(this._cubemapMaterial===null&&(this._cubemapMaterial=_g()),t=this._cubemapMaterial,t.uniforms.flipEnvMap.value=e.isRenderTargetTexture===!1?-1:1):(this._equirectMaterial===null&&(this._equirectMaterial=gg()),t=this._equirectMaterial),t.uniforms.envMap.value=e,this._renderCube(this._getSourceTarget(),0,t)}_applyPMREM(e){this._ggxMaterial===null&&(this._ggxMaterial=kM(),this._integrationMaterial=zM());let t=this._cubeSize,n=e.texture.mipmaps.length-1,s=this._ggxMaterial.uniforms;s.envMap.value=this._sourceTarget.texture;let r=this._integrationMaterial.uniforms;r.envMap.value=this._sourceTarget.texture,r.sourceLod.value=Math.log2(t/Bg);for(let o=0;o<=n;o++){let a=i.lodToRoughness(o,n);if(o>n-OM)r.roughness.value=a,this._renderCube(e,o,this._integrationMaterial);else{let l=a>0?Math.log2(t)+.5*Math.log2(6/(Fg*Math.pow(a,4)))+.5:0;s.roughness.value=a,s.lodBias.value=l,this._renderCube(e,o,this._ggxMaterial)}}}_blur(e,t){this._blurMaterial===null&&(this._blurMaterial=VM());let n=this._blurMaterial,s=n.uniforms,r=this._sourceTarget;s.sigma.value=Math.min(t,Math.PI)/Math.SQRT2,s.envMap.value=r.texture,this._renderCube(e,0,n),s.envMap.value=e.texture,this._renderCube(r,0,n)}};function mg(i,e,t){return new Xa(i,{minFilter:Ps,generateMipmaps:e,type:Xi,colorSpace:fa,depthBuffer:t})}function qa(i,e,t){return new ls({name:i,uniforms:e,vertexShader:ut.cube_vert,fragmentShader:t,side:ti,blending:gr,depthTest:!1,depthWrite:!1})}function kM(){return qa("PMREMGGXConvolution",{envMap:{value:null},roughness:{value:0},lodBias:{value:0}},`

		#define GGX_SAMPLES ${Fg}u

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float lodBias;

		#include <common>

		// Van der Corput radical inverse
		float radicalInverse_VdC( uint bits ) {

			bits = ( bits << 16u ) | ( bits >> 16u );
			bits = ( ( bits & 0x55555555u ) << 1u ) | ( ( bits & 0xAAAAAAAAu ) >> 1u );
			bits = ( ( bits & 0x33333333u ) << 2u ) | ( ( bits & 0xCCCCCCCCu ) >> 2u );
			bits = ( ( bits & 0x0F0F0F0Fu ) << 4u ) | ( ( bits & 0xF0F0F0F0u ) >> 4u );
			bits = ( ( bits & 0x00FF00FFu ) << 8u ) | ( ( bits & 0xFF00FF00u ) >> 8u );
			return float( bits ) * 2.3283064365386963e-10; // / 0x100000000

		}

		// Hammersley sequence
		vec2 hammersley( uint i, uint N ) {

			return vec2( float( i ) / float( N ), radicalInverse_VdC( i ) );

		}

		void main() {

			vec3 N = normalize( vWorldDirection );

			// For very low roughness, just sample the environment directly
			if ( roughness < 0.001 ) {

				gl_FragColor = vec4( textureLod( envMap, N, 0.0 ).rgb, 1.0 );
				return;

			}

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			// Tangent space basis for VNDF sampling
			vec3 up = abs( N.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, N ) );
			vec3 bitangent = cross( N, tangent );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			for ( uint i = 0u; i < GGX_SAMPLES; i ++ ) {

				vec2 Xi = hammersley( i, GGX_SAMPLES );

				// With V = N, sample the reflected direction directly.
				float invQ = 1.0 / ( 1.0 - Xi.x + alpha2 * Xi.x );
				float NdotL = ( 1.0 - Xi.x - alpha2 * Xi.x ) * invQ;

				if ( NdotL > 0.0 ) {

					float phi = 2.0 * PI * Xi.y;
					float sinTheta = 2.0 * alpha * sqrt( Xi.x * ( 1.0 - Xi.x ) ) * invQ;
					vec3 L = N * NdotL + ( tangent * cos( phi ) + bitangent * sin( phi ) ) * sinTheta;

					// Match the source mip to the sample's solid angle. The terms
					// independent of the sample are precomputed in lodBias.
					float d = alpha2 * invQ;
					float lod = max( log2( d ) + lodBias, 0.0 );

					// Weight by NdotL for the split-sum approximation
					prefilteredColor += textureLod( envMap, L, lod ).rgb * NdotL;
					totalWeight += NdotL;

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function zM(){return qa("PMREMGGXIntegration",{envMap:{value:null},roughness:{value:0},sourceLod:{value:0},sourceSize:{value:Bg}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float sourceLod;
		uniform int sourceSize;

		void main() {

			vec3 N = normalize( vWorldDirection );

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			float texelSize = 2.0 / float( sourceSize );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			// Pair opposite texels: only the one in N's hemisphere contributes.
			for ( int face = 0; face < 3; face ++ ) {

				for ( int y = 0; y < sourceSize; y ++ ) {

					for ( int x = 0; x < sourceSize; x ++ ) {

						vec2 uv = ( vec2( x, y ) + 0.5 ) * texelSize - 1.0;
						vec3 texelDirection = face == 0 ? vec3( 1.0, uv ) : ( face == 1 ? vec3( uv.x, 1.0, uv.y ) : vec3( uv, 1.0 ) );

						float invDistance = inversesqrt( 1.0 + dot( uv, uv ) );
						float NdotL = dot( N, texelDirection );
						texelDirection *= NdotL < 0.0 ? - 1.0 : 1.0;
						NdotL = abs( NdotL ) * invDistance;

						// With V = N, NdotH squared is ( 1 + NdotL ) / 2. Common factors
						// in the GGX distribution and texel solid angle cancel when normalized.
						float d = 1.0 + alpha2 + ( alpha2 - 1.0 ) * NdotL;
						float weight = NdotL * invDistance * invDistance * invDistance / ( d * d );

						prefilteredColor += textureLod( envMap, texelDirection, sourceLod ).rgb * weight;
						totalWeight += weight;

					}

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function VM(){return qa("PMREMSphericalGaussianBlur",{envMap:{value:null},sigma:{value:0}},`

		#define SAMPLES ${UM}
		#define GOLDEN_ANGLE 2.39996322973

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float sigma;

		#include <common>

		void main() {

			vec3 outputDirection = normalize( vWorldDirection );

			vec3 up = abs( outputDirection.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, outputDirection ) );
			vec3 bitangent = cross( outputDirection, tangent );

			// Truncate the kernel at three standard deviations or at the antipode.
			float thetaMax = min( 3.0 * sigma, PI );
			float truncation = 1.0 - exp( - 0.5 * thetaMax * thetaMax / ( sigma * sigma ) );

			vec3 accumColor = vec3( 0.0 );
			float accumWeight = 0.0;

			for ( int i = 0; i < SAMPLES; i ++ ) {

				// Stratified inverse-CDF sampling of the Gaussian, placed on a golden-angle spiral.
				float stratum = ( float( i ) + 0.5 ) / float( SAMPLES );
				float theta = sigma * sqrt( - 2.0 * log( 1.0 - stratum * truncation ) );
				float phi = float( i ) * GOLDEN_ANGLE;

				vec3 offset = cos( phi ) * tangent + sin( phi ) * bitangent;
				vec3 sampleDirection = cos( theta ) * outputDirection + sin( theta ) * offset;

				// Correct the planar sample density to solid angle.
				float weight = sin( theta ) / theta;

				accumColor += weight * textureLod( envMap, sampleDirection, 0.0 ).rgb;
				accumWeight += weight;

			}

			gl_FragColor = vec4( accumColor / accumWeight, 1.0 );

		}
	`)}function gg(){return qa("PMREMEquirectangularToCubemap",{envMap:{value:null}},`

		varying vec3 vWorldDirection;

		uniform sampler2D envMap;

		#include <common>

		void main() {

			// Average four subpixel samples to preserve small, bright features.
			vec3 direction = normalize( vWorldDirection );
			vec3 dx = dFdx( direction ) * 0.25;
			vec3 dy = dFdy( direction ) * 0.25;

			vec3 color = textureLod( envMap, equirectUv( normalize( direction - dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction - dx + dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx + dy ) ), 0.0 ).rgb;
			gl_FragColor = vec4( color * 0.25, 1.0 );

		}
	`)}function _g(){return qa("PMREMCubemapToCubemap",{envMap:{value:null},flipEnvMap:{value:-1}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float flipEnvMap;

		void main() {

			gl_FragColor = vec4( textureCube( envMap, vec3( flipEnvMap * vWorldDirection.x, vWorldDirection.yz ) ).rgb, 1.0 );

		}
	`)}function GM(i){let e=new WeakMap,t=new WeakMap,n=null;function s(u,f=!1){return u==null?null:f?o(u):r(u)}function r(u){if(u&&u.isTexture){let f=u.mapping;if(f===Ic||f===Lc)if(e.has(u)){let g=e.get(u).texture;return a(g,u.mapping)}else{let g=u.image;if(g&&g.height>0){let S=new Xa(g.height);return S.fromEquirectangularTexture(i,u),e.set(u,S),u.addEventListener("dispose",c),a(S.texture,u.mapping)}else return null}}return u}function o(u){if(u&&u.isTexture&&u.isPMREMTexture!==!0){let f=u.mapping,g=f===Ic||f===Lc,S=f===xr||f===So;if(g||S){let m=t.get(u),p=m!==void 0?m.texture.pmremVersion:0;if(u.isRenderTargetTexture&&u.pmremVersion!==p)return n===null&&(n=new yh(i)),m=g?n.fromEquirectangular(u,m):n.fromCubemap(u,m),m.texture.pmremVersion=u.pmremVersion,t.set(u,m),m.texture;if(m!==void 0)return m.texture;{let y=u.image;return g&&y&&y.height>0||S&&y&&l(y)?(n===null&&(n=new yh(i)),m=g?n.fromEquirectangular(u):n.fromCubemap(u),m.texture.pmremVersion=u.pmremVersion,t.set(u,m),u.addEventListener("dispose",h),m.texture):null}}}return u}function a(u,f){return f===Ic?u.mapping=xr:f===Lc&&(u.mapping=So),u}function l(u){let f=0,g=6;for(let S=0;S<g;S++)u[S]!==void 0&&f++;return f===g}function c(u){let f=u.target;f.removeEventListener("dispose",c);let g=e.get(f);g!==void 0&&(e.delete(f),g.dispose())}function h(u){let f=u.target;f.removeEventListener("dispose",h);let g=t.get(f);g!==void 0&&(t.delete(f),g.dispose())}function d(){e=new WeakMap,t=new WeakMap,n!==null&&(n.dispose(),n=null)}return{get:s,dispose:d}}function HM(i){let e={};function t(n){if(e[n]!==void 0)return e[n];let s=i.getExtension(n);return e[n]=s,s}return{has:function(n){return t(n)!==null},init:function(){t("EXT_color_buffer_float"),t("WEBGL_clip_cull_distance"),t("OES_texture_float_linear"),t("EXT_color_buffer_half_float"),t("WEBGL_multisampled_render_to_texture"),t("WEBGL_render_shared_exponent")},get:function(n){let s=t(n);return s===null&&ca("WebGLRenderer: "+n+" extension not supported."),s}}}function WM(i,e,t,n){let s={},r=new WeakMap,o=new FinalizationRegistry(g=>delete s[g]);function a(g){l(g.target)}function l(g){g.index!==null&&e.remove(g.index);for(let m in g.attributes)e.remove(g.attributes[m]);g.removeEventListener("dispose",a),delete s[g.id],o.unregister(g);let S=r.get(g);S&&(e.remove(S),r.delete(g)),n.releaseStatesOfGeometry(g),g.isInstancedBufferGeometry===!0&&delete g._maxInstanceCount,t.memory.geometries--}function c(g,S){return s[S.id]!==void 0||(S.addEventListener("dispose",a),s[S.id]=new WeakRef(S),o.register(S,S.id,S),t.memory.geometries++),S}function h(g){let S=g.attributes;for(let m in S)e.update(S[m],i.ARRAY_BUFFER)}function d(g){let S=g.index,m=g.attributes.position,p=0;if(m===void 0)return;let y=S!==null?S.array.length:m.array.length/3-1,R=m.count>=65535?ya:xa,w=new R(Math.ceil(y/3)*6,1),I=w.array;if(S!==null){let x=S.array;p=S.version;for(let E=0,V=0;E<y;E+=3){let O=x[E+0],U=x[E+1],G=x[E+2];I[V++]=O,I[V++]=U,I[V++]=U,I[V++]=G,I[V++]=G,I[V++]=O}}else{p=m.version;for(let x=0,E=0;x<y;x+=3){let V=x+0,O=x+1,U=x+2;I[E++]=V,I[E++]=O,I[E++]=O,I[E++]=U,I[E++]=U,I[E++]=V}}w.version=p;let A=r.get(g);A&&e.remove(A),r.set(g,w)}function u(g){let S=r.get(g);if(S){let m=g.index;m!==null&&S.version<m.version&&d(g)}else d(g);return r.get(g)}function f(){for(let g in s){let S=s[g].deref();S!==void 0&&l(S)}}return{get:c,update:h,getWireframeAttribute:u,dispose:f}}function XM(i,e,t){let n;function s(d){n=d}let r,o;function a(d){r=d.type,o=d.bytesPerElement}function l(d,u){i.drawElements(n,u,r,d*o),t.update(u,n,1)}function c(d,u,f){f!==0&&(i.drawElementsInstanced(n,u,r,d*o,f),t.update(u,n,f))}function h(d,u,f){if(f===0)return;e.get("WEBGL_multi_draw").multiDrawElementsWEBGL(n,u,0,r,d,0,f);let S=0;for(let m=0;m<f;m++)S+=u[m];t.update(S,n,1)}this.setMode=s,this.setIndex=a,this.render=l,this.renderInstances=c,this.renderMultiDraw=h}function qM(i){let e={geometries:0,textures:0},t={frame:0,calls:0,triangles:0,points:0,lines:0};function n(r,o,a){switch(t.calls++,o){case i.TRIANGLES:t.triangles+=a*(r/3);break;case i.LINES:t.lines+=a*(r/2);break;case i.LINE_STRIP:t.lines+=a*(r-1);break;case i.LINE_LOOP:t.lines+=a*r;break;case i.POINTS:t.points+=a*r;break;default:tt("WebGLInfo: Unknown draw mode:",o);break}}function s(){t.calls=0,t.triangles=0,t.points=0,t.lines=0}return{memory:e,render:t,programs:null,autoReset:!0,reset:s,update:n}}function YM(i,e,t){let n=new WeakMap,s=new en;function r(o,a,l){let c=o.morphTargetInfluences,h=a.morphAttributes.position||a.morphAttributes.normal||a.morphAttributes.color,d=h!==void 0?h.length:0,u=n.get(a);if(u===void 0||u.count!==d){let V=function(){x.dispose(),n.delete(a),a.removeEventListener("dispose",V)};u!==void 0&&u.texture.dispose();let f=a.morphAttributes.position!==void 0,g=a.morphAttributes.normal!==void 0,S=a.morphAttributes.color!==void 0,m=a.morphAttributes.position||[],p=a.morphAttributes.normal||[],y=a.morphAttributes.color||[],R=0;f===!0&&(R=1),g===!0&&(R=2),S===!0&&(R=3);let w=a.attributes.position.count*R,I=1;w>e.maxTextureSize&&(I=Math.ceil(w/e.maxTextureSize),w=e.maxTextureSize);let A=new Float32Array(w*I*4*d),x=new ga(A,w,I,d);x.type=Wi,x.needsUpdate=!0;let E=R*4;for(let O=0;O<d;O++){let U=m[O],G=p[O],X=y[O],N=w*I*4*O;for(let q=0;q<U.count;q++){let J=q*E;f===!0&&(s.fromBufferAttribute(U,q),A[N+J+0]=s.x,A[N+J+1]=s.y,A[N+J+2]=s.z,A[N+J+3]=0),g===!0&&(s.fromBufferAttribute(G,q),A[N+J+4]=s.x,A[N+J+5]=s.y,A[N+J+6]=s.z,A[N+J+7]=0),S===!0&&(s.fromBufferAttribute(X,q),A[N+J+8]=s.x,A[N+J+9]=s.y,A[N+J+10]=s.z,A[N+J+11]=X.itemSize===4?s.w:1)}}u={count:d,texture:x,size:new Ke(w,I)},n.set(a,u),a.addEventListener("dispose",V)}if(o.isInstancedMesh===!0&&o.morphTexture!==null)l.getUniforms().setValue(i,"morphTexture",o.morphTexture,t);else{let f=0;for(let S=0;S<c.length;S++)f+=c[S];let g=a.morphTargetsRelative?1:1-f;l.getUniforms().setValue(i,"morphTargetBaseInfluence",g),l.getUniforms().setValue(i,"morphTargetInfluences",c)}l.getUniforms().setValue(i,"morphTargetsTexture",u.texture,t),l.getUniforms().setValue(i,"morphTargetsTextureSize",u.size)}return{update:r}}function $M(i,e,t,n,s){let r=new WeakMap;function o(c){let h=s.render.frame,d=c.geometry,u=e.get(c,d);if(r.get(u)!==h&&(e.update(u),r.set(u,h)),c.isInstancedMesh&&(c.hasEventListener("dispose",l)===!1&&c.addEventListener("dispose",l),r.get(c)!==h&&(t.update(c.instanceMatrix,i.ARRAY_BUFFER),c.instanceColor!==null&&t.update(c.instanceColor,i.ARRAY_BUFFER),r.set(c,h))),c.isSkinnedMesh){let f=c.skeleton;r.get(f)!==h&&(f.update(),r.set(f,h))}return u}function a(){r=new WeakMap}function l(c){let h=c.target;h.removeEventListener("dispose",l),n.releaseStatesOfObject(h),t.remove(h.instanceMatrix),h.instanceColor!==null&&t.remove(h.instanceColor)}return{update:o,dispose:a}}var ZM={[ld]:"LINEAR_TONE_MAPPING",[cd]:"REINHARD_TONE_MAPPING",[hd]:"CINEON_TONE_MAPPING",[ud]:"ACES_FILMIC_TONE_MAPPING",[fd]:"AGX_TONE_MAPPING",[pd]:"NEUTRAL_TONE_MAPPING",[dd]:"CUSTOM_TONE_MAPPING"};function JM(i,e,t,n,s,r){let o=new xi(e,t,{type:i,depthBuffer:s,stencilBuffer:r,samples:n?4:0,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,resolveDepthBuffer:!1,resolveStencilBuffer:!1}),a=null,l=null,c=null,h=new yi;h.setAttribute("position",new bn([-1,3,0,-1,-1,0,3,-1,0],3)),h.setAttribute("uv",new bn([0,2,0,0,2,0],2));let d=new mc({uniforms:{tDiffuse:{value:null}},vertexShader:`
			precision highp float;

			uniform mat4 modelViewMatrix;
			uniform mat4 projectionMatrix;

			attribute vec3 position;
			attribute vec2 uv;

			varying vec2 vUv;

			void main() {
				vUv = uv;
				gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
			}`,fragmentShader:`
			precision highp float;

			uniform sampler2D tDiffuse;

			varying vec2 vUv;

			#include <tonemapping_pars_fragment>
			#include <colorspace_pars_fragment>

			void main() {
				gl_FragColor = texture2D( tDiffuse, vUv );

				#ifdef LINEAR_TONE_MAPPING
					gl_FragColor.rgb = LinearToneMapping( gl_FragColor.rgb );
				#elif defined( REINHARD_TONE_MAPPING )
					gl_FragColor.rgb = ReinhardToneMapping( gl_FragColor.rgb );
				#elif defined( CINEON_TONE_MAPPING )
					gl_FragColor.rgb = CineonToneMapping( gl_FragColor.rgb );
				#elif defined( ACES_FILMIC_TONE_MAPPING )
					gl_FragColor.rgb = ACESFilmicToneMapping( gl_FragColor.rgb );
				#elif defined( AGX_TONE_MAPPING )
					gl_FragColor.rgb = AgXToneMapping( gl_FragColor.rgb );
				#elif defined( NEUTRAL_TONE_MAPPING )
					gl_FragColor.rgb = NeutralToneMapping( gl_FragColor.rgb );
				#elif defined( CUSTOM_TONE_MAPPING )
					gl_FragColor.rgb = CustomToneMapping( gl_FragColor.rgb );
				#endif

				#ifdef SRGB_TRANSFER
					gl_FragColor = sRGBTransferOETF( gl_FragColor );
				#endif
			}`,depthTest:!1,depthWrite:!1}),u=new vi(h,d),f=new Ra(-1,1,1,-1,0,1),g=null,S=null,m=!1,p,y=null,R=[],w=!1;this.setSize=function(I,A){o.setSize(I,A),a!==null&&a.setSize(I,A),l!==null&&l.setSize(I,A);for(let x=0;x<R.length;x++){let E=R[x];E.setSize&&E.setSize(I,A)}},this.setEffects=function(I){R=I,w=R.length>0&&R[0].isRenderPass===!0;let A=o.width,x=o.height;R.length>0&&a===null&&(a=new xi(A,x,{type:Xi,depthBuffer:!1,stencilBuffer:!1}),l=new xi(A,x,{type:Xi,depthBuffer:!1,stencilBuffer:!1}));let E=s===!0&&R.some(V=>V.needsDepthTexture===!0);E!==(o.depthTexture!==null)&&(E===!0&&c===null&&(c=new Rs(A,x),r===!0&&(c.format=Is,c.type=yr)),o.dispose(),o.depthTexture=E?c:null,o.resolveDepthBuffer=E,o.storeMultisampledDepthBuffer=E);for(let V=0;V<R.length;V++){let O=R[V];O.setSize&&O.setSize(A,x),E&&O.needsDepthTexture===!0&&O.setDepthTexture&&O.setDepthTexture(c)}},this.begin=function(I,A){if(m||I.toneMapping===cs&&R.length===0)return!1;if(y=A,A!==null){let x=A.width,E=A.height;(o.width!==x||o.height!==E)&&this.setSize(x,E)}return w===!1&&I.setRenderTarget(o),p=I.toneMapping,I.toneMapping=cs,!0},this.hasRenderPass=function(){return w},this.end=function(I,A){I.toneMapping=p,m=!0;let x=o,E=a;for(let V=0;V<R.length;V++){let O=R[V];O.enabled!==!1&&(O.render(I,E,x,A),O.needsSwap!==!1&&(x=E,E=E===a?l:a))}if(g!==I.outputColorSpace||S!==I.toneMapping){g=I.outputColorSpace,S=I.toneMapping,d.defines={},bt.getTransfer(g)===Dt&&(d.defines.SRGB_TRANSFER="");let V=ZM[S];V&&(d.defines[V]=""),d.needsUpdate=!0}d.uniforms.tDiffuse.value=x.texture,I.setRenderTarget(y),I.render(u,f),y=null,m=!1},this.isCompositing=function(){return m},this.dispose=function(){o.dispose(),a!==null&&a.dispose(),l!==null&&l.dispose(),h.dispose(),d.dispose()}}var kg=new si,zg=new Rs(1,1),Vg=new Ma(1),Gg=new ga,Hg=new ac,Wg=new Sa,xg=[],yg=[],vg=new Float32Array(16),Sg=new Float32Array(9),Mg=new Float32Array(4);function To(i,e,t){let n=i[0];if(n<=0||n>0)return i;let s=e*t,r=xg[s];if(r===void 0&&(r=new Float32Array(s),xg[s]=r),e!==0){n.toArray(r,0);for(let o=1,a=0;o!==e;++o)a+=t,i[o].toArray(r,a)}return r}function wn(i,e){if(i.length!==e.length)return!1;for(let t=0,n=i.length;t<n;t++)if(i[t]!==e[t])return!1;return!0}function Tn(i,e){for(let t=0,n=e.length;t<n;t++)i[t]=e[t]}function Sh(i,e){let t=yg[e];t===void 0&&(t=new Int32Array(e),yg[e]=t);for(let n=0;n!==e;++n)t[n]=i.allocateTextureUnit();return t}function KM(i,e){let t=this.cache;t[0]!==e&&(i.uniform1f(this.addr,e),t[0]=e)}function jM(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2f(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(wn(t,e))return;i.uniform2fv(this.addr,e),Tn(t,e)}}function QM(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3f(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else if(e.r!==void 0)(t[0]!==e.r||t[1]!==e.g||t[2]!==e.b)&&(i.uniform3f(this.addr,e.r,e.g,e.b),t[0]=e.r,t[1]=e.g,t[2]=e.b);else{if(wn(t,e))return;i.uniform3fv(this.addr,e),Tn(t,e)}}function eb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4f(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(wn(t,e))return;i.uniform4fv(this.addr,e),Tn(t,e)}}function tb(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(wn(t,e))return;i.uniformMatrix2fv(this.addr,!1,e),Tn(t,e)}else{if(wn(t,n))return;Mg.set(n),i.uniformMatrix2fv(this.addr,!1,Mg),Tn(t,n)}}function nb(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(wn(t,e))return;i.uniformMatrix3fv(this.addr,!1,e),Tn(t,e)}else{if(wn(t,n))return;Sg.set(n),i.uniformMatrix3fv(this.addr,!1,Sg),Tn(t,n)}}function ib(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(wn(t,e))return;i.uniformMatrix4fv(this.addr,!1,e),Tn(t,e)}else{if(wn(t,n))return;vg.set(n),i.uniformMatrix4fv(this.addr,!1,vg),Tn(t,n)}}function sb(i,e){let t=this.cache;t[0]!==e&&(i.uniform1i(this.addr,e),t[0]=e)}function rb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2i(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(wn(t,e))return;i.uniform2iv(this.addr,e),Tn(t,e)}}function ob(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3i(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(wn(t,e))return;i.uniform3iv(this.addr,e),Tn(t,e)}}function ab(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4i(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(wn(t,e))return;i.uniform4iv(this.addr,e),Tn(t,e)}}function lb(i,e){let t=this.cache;t[0]!==e&&(i.uniform1ui(this.addr,e),t[0]=e)}function cb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2ui(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(wn(t,e))return;i.uniform2uiv(this.addr,e),Tn(t,e)}}function hb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3ui(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(wn(t,e))return;i.uniform3uiv(this.addr,e),Tn(t,e)}}function ub(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4ui(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(wn(t,e))return;i.uniform4uiv(this.addr,e),Tn(t,e)}}function Mh(i){return i.version===0&&(i.compareFunction=Td,i.needsUpdate=!0),i}function db(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s);let r;this.type===i.SAMPLER_2D_SHADOW?r=Mh(zg):r=kg,t.setTexture2D(e||r,s)}function fb(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s),t.setTexture3D(e||Hg,s)}function pb(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s);let r;this.type===i.SAMPLER_CUBE_SHADOW?r=Mh(Vg):r=Wg,t.setTextureCube(e||r,s)}function mb(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s),t.setTexture2DArray(e||Gg,s)}function gb(i){switch(i){case 5126:return KM;case 35664:return jM;case 35665:return QM;case 35666:return eb;case 35674:return tb;case 35675:return nb;case 35676:return ib;case 5124:case 35670:return sb;case 35667:case 35671:return rb;case 35668:case 35672:return ob;case 35669:case 35673:return ab;case 5125:return lb;case 36294:return cb;case 36295:return hb;case 36296:return ub;case 35678:case 36198:case 36298:case 36306:case 35682:return db;case 35679:case 36299:case 36307:return fb;case 35680:case 36300:case 36308:case 36293:return pb;case 36289:case 36303:case 36311:case 36292:return mb}}function _b(i,e){i.uniform1fv(this.addr,e)}function xb(i,e){let t=To(e,this.size,2);i.uniform2fv(this.addr,t)}function yb(i,e){let t=To(e,this.size,3);i.uniform3fv(this.addr,t)}function vb(i,e){let t=To(e,this.size,4);i.uniform4fv(this.addr,t)}function Sb(i,e){let t=To(e,this.size,4);i.uniformMatrix2fv(this.addr,!1,t)}function Mb(i,e){let t=To(e,this.size,9);i.uniformMatrix3fv(this.addr,!1,t)}function bb(i,e){let t=To(e,this.size,16);i.uniformMatrix4fv(this.addr,!1,t)}function wb(i,e){i.uniform1iv(this.addr,e)}function Tb(i,e){i.uniform2iv(this.addr,e)}function Eb(i,e){i.uniform3iv(this.addr,e)}function Ab(i,e){i.uniform4iv(this.addr,e)}function Cb(i,e){i.uniform1uiv(this.addr,e)}function Rb(i,e){i.uniform2uiv(this.addr,e)}function Pb(i,e){i.uniform3uiv(this.addr,e)}function Ib(i,e){i.uniform4uiv(this.addr,e)}function Lb(i,e,t){let n=this.cache,s=e.length,r=Sh(t,s);wn(n,r)||(i.uniform1iv(this.addr,r),Tn(n,r));let o;this.type===i.SAMPLER_2D_SHADOW?o=Mh(zg):o=kg;for(let a=0;a!==s;++a)t.setTexture2D(e[a]||o,r[a])}function Db(i,e,t){let n=this.cache,s=e.length,r=Sh(t,s);wn(n,r)||(i.uniform1iv(this.addr,r),Tn(n,r));for(let o=0;o!==s;++o)t.setTexture3D(e[o]||Hg,r[o])}function Nb(i,e,t){let n=this.cache,s=e.length,r=Sh(t,s);wn(n,r)||(i.uniform1iv(this.addr,r),Tn(n,r));let o;this.type===i.SAMPLER_CUBE_SHADOW?o=Mh(Vg):o=Wg;for(let a=0;a!==s;++a)t.setTextureCube(e[a]||o,r[a])}function Ub(i,e,t){let n=this.cache,s=e.length,r=Sh(t,s);wn(n,r)||(i.uniform1iv(this.addr,r),Tn(n,r));for(let o=0;o!==s;++o)t.setTexture2DArray(e[o]||Gg,r[o])}function Ob(i){switch(i){case 5126:return _b;case 35664:return xb;case 35665:return yb;case 35666:return vb;case 35674:return Sb;case 35675:return Mb;case 35676:return bb;case 5124:case 35670:return wb;case 35667:case 35671:return Tb;case 35668:case 35672:return Eb;case 35669:case 35673:return Ab;case 5125:return Cb;case 36294:return Rb;case 36295:return Pb;case 36296:return Ib;case 35678:case 36198:case 36298:case 36306:case 35682:return Lb;case 35679:case 36299:case 36307:return Db;case 35680:case 36300:case 36308:case 36293:return Nb;case 36289:case 36303:case 36311:case 36292:return Ub}}var Bd=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.setValue=gb(t.type)}},kd=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.size=t.size,this.setValue=Ob(t.type)}},zd=class{constructor(e){this.id=e,this.seq=[],this.map={}}setValue(e,t,n){let s=this.seq;for(let r=0,o=s.length;r!==o;++r){let a=s[r];a.setValue(e,t[a.id],n)}}},Od=/(\w+)(\])?(\[|\.)?/g;function bg(i,e){i.seq.push(e),i.map[e.id]=e}function Fb(i,e,t){let n=i.name,s=n.length;for(Od.lastIndex=0;;){let r=Od.exec(n),o=Od.lastIndex,a=r[1],l=r[2]==="]",c=r[3];if(l&&(a=a|0),c===void 0||c==="["&&o+2===s){bg(t,c===void 0?new Bd(a,i,e):new kd(a,i,e));break}else{let d=t.map[a];d===void 0&&(d=new zd(a),bg(t,d)),t=d}}}var wo=class{constructor(e,t){this.seq=[],this.map={};let n=e.getProgramParameter(t,e.ACTIVE_UNIFORMS);for(let o=0;o<n;++o){let a=e.getActiveUniform(t,o),l=e.getUniformLocation(t,a.name);Fb(a,l,this)}let s=[],r=[];for(let o of this.seq)o.type===e.SAMPLER_2D_SHADOW||o.type===e.SAMPLER_CUBE_SHADOW||o.type===e.SAMPLER_2D_ARRAY_SHADOW?s.push(o):r.push(o);s.length>0&&(this.seq=s.concat(r))}setValue(e,t,n,s){let r=this.map[t];r!==void 0&&r.setValue(e,n,s)}setOptional(e,t,n){let s=t[n];s!==void 0&&this.setValue(e,n,s)}static upload(e,t,n,s){for(let r=0,o=t.length;r!==o;++r){let a=t[r],l=n[a.id];l.needsUpdate!==!1&&a.setValue(e,l.value,s)}}static seqWithValue(e,t){let n=[];for(let s=0,r=e.length;s!==r;++s){let o=e[s];o.id in t&&n.push(o)}return n}};function wg(i,e,t){let n=i.createShader(e);return i.shaderSource(n,t),i.compileShader(n),n}var Bb=37297,kb=0;function zb(i,e){let t=i.split(`
`),n=[],s=Math.max(e-6,0),r=Math.min(e+6,t.length);for(let o=s;o<r;o++){let a=o+1;n.push(`${a===e?">":" "} ${a}: ${t[o]}`)}return n.join(`
`)}var Tg=new it;function Vb(i){bt._getMatrix(Tg,bt.workingColorSpace,i);let e=`mat3( ${Tg.elements.map(t=>t.toFixed(4))} )`;switch(bt.getTransfer(i)){case pa:return[e,"LinearTransferOETF"];case Dt:return[e,"sRGBTransferOETF"];default:return Ze("WebGLProgram: Unsupported color space: ",i),[e,"LinearTransferOETF"]}}function Eg(i,e,t){let n=i.getShaderParameter(e,i.COMPILE_STATUS),r=(i.getShaderInfoLog(e)||"").trim();if(n&&r==="")return"";let o=/ERROR: 0:(\d+)/.exec(r);if(o){let a=parseInt(o[1]);return t.toUpperCase()+`

`+r+`

`+zb(i.getShaderSource(e),a)}else return r}function Gb(i,e){let t=Vb(e);return[`vec4 ${i}( vec4 value ) {`,`	return ${t[1]}( vec4( ${t[0]} * value.rgb, value.a ) );`,"}"].join(`
`)}var Hb={[ld]:"Linear",[cd]:"Reinhard",[hd]:"Cineon",[ud]:"ACESFilmic",[fd]:"AgX",[pd]:"Neutral",[dd]:"Custom"};function Wb(i,e){let t=Hb[e];return t===void 0?(Ze("WebGLProgram: Unsupported toneMapping:",e),"vec3 "+i+"( vec3 color ) { return LinearToneMapping( color ); }"):"vec3 "+i+"( vec3 color ) { return "+t+"ToneMapping( color ); }"}var xh=new $;function Xb(){bt.getLuminanceCoefficients(xh);let i=xh.x.toFixed(4),e=xh.y.toFixed(4),t=xh.z.toFixed(4);return["float luminance( const in vec3 rgb ) {",`	const vec3 weights = vec3( ${i}, ${e}, ${t} );`,"	return dot( weights, rgb );","}"].join(`
`)}function qb(i){return[i.extensionClipCullDistance?"#extension GL_ANGLE_clip_cull_distance : require":"",i.extensionMultiDraw?"#extension GL_ANGLE_multi_draw : require":""].filter(Wa).join(`
`)}function Yb(i){let e=[];for(let t in i){let n=i[t];n!==!1&&e.push("#define "+t+" "+n)}return e.join(`
`)}function $b(i,e){let t={},n=i.getProgramParameter(e,i.ACTIVE_ATTRIBUTES);for(let s=0;s<n;s++){let r=i.getActiveAttrib(e,s),o=r.name,a=1;r.type===i.FLOAT_MAT2&&(a=2),r.type===i.FLOAT_MAT3&&(a=3),r.type===i.FLOAT_MAT4&&(a=4),t[o]={type:r.type,location:i.getAttribLocation(e,o),locationSize:a}}return t}function Wa(i){return i!==""}function Ag(i,e){let t=e.numSpotLightShadows+e.numSpotLightMaps-e.numSpotLightShadowsWithMaps;return i.replace(/NUM_SUN_LIGHTS/g,e.numSunLights).replace(/NUM_DIR_LIGHTS/g,e.numDirLights).replace(/NUM_SPOT_LIGHTS/g,e.numSpotLights).replace(/NUM_SPOT_LIGHT_MAPS/g,e.numSpotLightMaps).replace(/NUM_SPOT_LIGHT_COORDS/g,t).replace(/NUM_RECT_AREA_LIGHTS/g,e.numRectAreaLights).replace(/NUM_POINT_LIGHTS/g,e.numPointLights).replace(/NUM_HEMI_LIGHTS/g,e.numHemiLights).replace(/NUM_SUN_LIGHT_SHADOWS/g,e.numSunLightShadows).replace(/NUM_DIR_LIGHT_SHADOWS/g,e.numDirLightShadows).replace(/NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS/g,e.numSpotLightShadowsWithMaps).replace(/NUM_SPOT_LIGHT_SHADOWS/g,e.numSpotLightShadows).replace(/NUM_POINT_LIGHT_SHADOWS/g,e.numPointLightShadows).replace(/NUM_LIGHT_PROBE_GRIDS/g,e.numLightProbeGrids)}function Cg(i,e){return i.replace(/NUM_CLIPPING_PLANES/g,e.numClippingPlanes).replace(/UNION_CLIPPING_PLANES/g,e.numClippingPlanes-e.numClipIntersection)}var Zb=/^[ \t]*#include +<([\w\d./]+)>/gm;function Vd(i){return i.replace(Zb,Jb)}function Jb(i,e){let t=ut[e];if(t===void 0)throw new Error("THREE.WebGLProgram: Can not resolve #include <"+e+">");return Vd(t)}var Kb=/#pragma unroll_loop_start\s+for\s*\(\s*int\s+i\s*=\s*(\d+)\s*;\s*i\s*<\s*(\d+)\s*;\s*i\s*\+\+\s*\)\s*{([\s\S]+?)}\s+#pragma unroll_loop_end/g;function Rg(i){return i.replace(Kb,jb)}function jb(i,e,t,n){let s="";for(let r=parseInt(e);r<parseInt(t);r++)s+=n.replace(/\[\s*i\s*\]/g,"[ "+r+" ]").replace(/UNROLLED_LOOP_INDEX/g,r);return s}function Pg(i){let e=`precision ${i.precision} float;
	precision ${i.precision} int;
	precision ${i.precision} sampler2D;
	precision ${i.precision} samplerCube;
	precision ${i.precision} sampler3D;
	precision ${i.precision} sampler2DArray;
	precision ${i.precision} sampler2DShadow;
	precision ${i.precision} samplerCubeShadow;
	precision ${i.precision} sampler2DArrayShadow;
	precision ${i.precision} isampler2D;
	precision ${i.precision} isampler3D;
	precision ${i.precision} isamplerCube;
	precision ${i.precision} isampler2DArray;
	precision ${i.precision} usampler2D;
	precision ${i.precision} usampler3D;
	precision ${i.precision} usamplerCube;
	precision ${i.precision} usampler2DArray;
	`;return i.precision==="highp"?e+=`
#define HIGH_PRECISION`:i.precision==="mediump"?e+=`
#define MEDIUM_PRECISION`:i.precision==="lowp"&&(e+=`
#define LOW_PRECISION`),e}var Qb={[Ua]:"SHADOWMAP_TYPE_PCF",[yo]:"SHADOWMAP_TYPE_VSM"};function ew(i){return Qb[i.shadowMapType]||"SHADOWMAP_TYPE_BASIC"}var tw={[So]:"ENVMAP_MODE_REFRACTION"};function nw(i){return i.envMap===!1?"ENVMAP_MODE_REFLECTION":tw[i.envMapMode]||"ENVMAP_MODE_REFLECTION"}var iw={[Pc]:"ENVMAP_BLENDING_MULTIPLY",[qm]:"ENVMAP_BLENDING_MIX",[Ym]:"ENVMAP_BLENDING_ADD"};function sw(i){return i.envMap===!1?"ENVMAP_BLENDING_NONE":iw[i.combine]||"ENVMAP_BLENDING_NONE"}function rw(i,e,t,n){let s=i.getContext(),r=t.defines,o=t.vertexShader,a=t.fragmentShader,l=ew(t),c=t.envMapPMREM===!0?"ENVMAP_TYPE_PMREM":"ENVMAP_TYPE_CUBE",h=nw(t),d=sw(t),u=qb(t),f=Yb(r),g=s.createProgram(),S,m,p=t.glslVersion?"#version "+t.glslVersion+`
`:"";t.isRawShaderMaterial?(S=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f].filter(Wa).join(`
`),S.length>0&&(S+=`
`),m=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f].filter(Wa).join(`
`),m.length>0&&(m+=`
`)):(S=[Pg(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f,t.extensionClipCullDistance?"#define USE_CLIP_DISTANCE":"",t.batching?"#define USE_BATCHING":"",t.batchingColor?"#define USE_BATCHING_COLOR":"",t.instancing?"#define USE_INSTANCING":"",t.instancingColor?"#define USE_INSTANCING_COLOR":"",t.instancingMorph?"#define USE_INSTANCING_MORPH":"",t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.map?"#define USE_MAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+h:"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.displacementMap?"#define USE_DISPLACEMENTMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.mapUv?"#define MAP_UV "+t.mapUv:"",t.alphaMapUv?"#define ALPHAMAP_UV "+t.alphaMapUv:"",t.lightMapUv?"#define LIGHTMAP_UV "+t.lightMapUv:"",t.aoMapUv?"#define AOMAP_UV "+t.aoMapUv:"",t.emissiveMapUv?"#define EMISSIVEMAP_UV "+t.emissiveMapUv:"",t.bumpMapUv?"#define BUMPMAP_UV "+t.bumpMapUv:"",t.normalMapUv?"#define NORMALMAP_UV "+t.normalMapUv:"",t.displacementMapUv?"#define DISPLACEMENTMAP_UV "+t.displacementMapUv:"",t.metalnessMapUv?"#define METALNESSMAP_UV "+t.metalnessMapUv:"",t.roughnessMapUv?"#define ROUGHNESSMAP_UV "+t.roughnessMapUv:"",t.anisotropyMapUv?"#define ANISOTROPYMAP_UV "+t.anisotropyMapUv:"",t.clearcoatMapUv?"#define CLEARCOATMAP_UV "+t.clearcoatMapUv:"",t.clearcoatNormalMapUv?"#define CLEARCOAT_NORMALMAP_UV "+t.clearcoatNormalMapUv:"",t.clearcoatRoughnessMapUv?"#define CLEARCOAT_ROUGHNESSMAP_UV "+t.clearcoatRoughnessMapUv:"",t.diffuseRoughnessMapUv?"#define DIFFUSE_ROUGHNESSMAP_UV "+t.diffuseRoughnessMapUv:"",t.iridescenceMapUv?"#define IRIDESCENCEMAP_UV "+t.iridescenceMapUv:"",t.iridescenceThicknessMapUv?"#define IRIDESCENCE_THICKNESSMAP_UV "+t.iridescenceThicknessMapUv:"",t.sheenColorMapUv?"#define SHEEN_COLORMAP_UV "+t.sheenColorMapUv:"",t.sheenRoughnessMapUv?"#define SHEEN_ROUGHNESSMAP_UV "+t.sheenRoughnessMapUv:"",t.specularMapUv?"#define SPECULARMAP_UV "+t.specularMapUv:"",t.specularColorMapUv?"#define SPECULAR_COLORMAP_UV "+t.specularColorMapUv:"",t.specularIntensityMapUv?"#define SPECULAR_INTENSITYMAP_UV "+t.specularIntensityMapUv:"",t.transmissionMapUv?"#define TRANSMISSIONMAP_UV "+t.transmissionMapUv:"",t.thicknessMapUv?"#define THICKNESSMAP_UV "+t.thicknessMapUv:"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexNormals?"#define HAS_NORMAL":"",t.vertexColors?"#define USE_COLOR":"",t.vertexAlphas?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.flatShading?"#define FLAT_SHADED":"",t.skinning?"#define USE_SKINNING":"",t.morphTargets?"#define USE_MORPHTARGETS":"",t.morphNormals&&t.flatShading===!1?"#define USE_MORPHNORMALS":"",t.morphColors?"#define USE_MORPHCOLORS":"",t.morphTargetsCount>0?"#define MORPHTARGETS_TEXTURE_STRIDE "+t.morphTextureStride:"",t.morphTargetsCount>0?"#define MORPHTARGETS_COUNT "+t.morphTargetsCount:"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+l:"",t.sizeAttenuation?"#define USE_SIZEATTENUATION":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 modelMatrix;","uniform mat4 modelViewMatrix;","uniform mat4 projectionMatrix;","uniform mat4 viewMatrix;","uniform mat3 normalMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;","#ifdef USE_INSTANCING","	attribute mat4 instanceMatrix;","#endif","#ifdef USE_INSTANCING_COLOR","	attribute vec3 instanceColor;","#endif","#ifdef USE_INSTANCING_MORPH","	uniform sampler2D morphTexture;","#endif","attribute vec3 position;","attribute vec3 normal;","attribute vec2 uv;","#ifdef USE_UV1","	attribute vec2 uv1;","#endif","#ifdef USE_UV2","	attribute vec2 uv2;","#endif","#ifdef USE_UV3","	attribute vec2 uv3;","#endif","#ifdef USE_TANGENT","	attribute vec4 tangent;","#endif","#if defined( USE_COLOR_ALPHA )","	attribute vec4 color;","#elif defined( USE_COLOR )","	attribute vec3 color;","#endif","#ifdef USE_SKINNING","	attribute vec4 skinIndex;","	attribute vec4 skinWeight;","#endif",`
`].filter(Wa).join(`
`),m=[Pg(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f,t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.alphaToCoverage?"#define ALPHA_TO_COVERAGE":"",t.map?"#define USE_MAP":"",t.matcap?"#define USE_MATCAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+c:"",t.envMap?"#define "+h:"",t.envMap?"#define "+d:"",t.envMapPMREM?"#define ENVMAP_MAX_LOD "+t.envMapMaxLod+".0":"",t.envMapPMREM?"#define ENVMAP_SIZE "+t.envMapSize+".0":"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.packedNormalMap?"#define USE_PACKED_NORMALMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoat?"#define USE_CLEARCOAT":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughness?"#define USE_DIFFUSE_ROUGHNESS":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.dispersion?"#define USE_DISPERSION":"",t.retroreflection?"#define USE_RETROREFLECTION":"",t.iridescence?"#define USE_IRIDESCENCE":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaTest?"#define USE_ALPHATEST":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.sheen?"#define USE_SHEEN":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexColors||t.instancingColor?"#define USE_COLOR":"",t.vertexAlphas||t.batchingColor?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.gradientMap?"#define USE_GRADIENTMAP":"",t.flatShading?"#define FLAT_SHADED":"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+l:"",t.premultipliedAlpha?"#define PREMULTIPLIED_ALPHA":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.decodeVideoTexture?"#define DECODE_VIDEO_TEXTURE":"",t.decodeVideoTextureEmissive?"#define DECODE_VIDEO_TEXTURE_EMISSIVE":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 viewMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;",t.toneMapping!==cs?"#define TONE_MAPPING":"",t.toneMapping!==cs?ut.tonemapping_pars_fragment:"",t.toneMapping!==cs?Wb("toneMapping",t.toneMapping):"",t.dithering?"#define DITHERING":"",t.opaque?"#define OPAQUE":"",ut.colorspace_pars_fragment,Gb("linearToOutputTexel",t.outputColorSpace),Xb(),t.useDepthPacking?"#define DEPTH_PACKING "+t.depthPacking:"",`
`].filter(Wa).join(`
`)),o=Vd(o),o=Ag(o,t),o=Cg(o,t),a=Vd(a),a=Ag(a,t),a=Cg(a,t),o=Rg(o),a=Rg(a),t.isRawShaderMaterial!==!0&&(p=`#version 300 es
`,S=[u,"#define attribute in","#define varying out","#define texture2D texture"].join(`
`)+`
`+S,m=["#define varying in",t.glslVersion===Ed?"":"layout(location = 0) out highp vec4 pc_fragColor;",t.glslVersion===Ed?"":"#define gl_FragColor pc_fragColor","#define gl_FragDepthEXT gl_FragDepth","#define texture2D texture","#define textureCube texture","#define texture2DProj textureProj","#define texture2DLodEXT textureLod","#define texture2DProjLodEXT textureProjLod","#define textureCubeLodEXT textureLod","#define texture2DGradEXT textureGrad","#define texture2DProjGradEXT textureProjGrad","#define textureCubeGradEXT textureGrad"].join(`
`)+`
`+m);let y=p+S+o,R=p+m+a,w=wg(s,s.VERTEX_SHADER,y),I=wg(s,s.FRAGMENT_SHADER,R);s.attachShader(g,w),s.attachShader(g,I),t.index0AttributeName!==void 0?s.bindAttribLocation(g,0,t.index0AttributeName):t.hasPositionAttribute===!0&&s.bindAttribLocation(g,0,"position"),s.linkProgram(g);function A(O){if(i.debug.checkShaderErrors){let U=s.getProgramInfoLog(g)||"",G=s.getShaderInfoLog(w)||"",X=s.getShaderInfoLog(I)||"",N=U.trim(),q=G.trim(),J=X.trim(),W=!0,ue=!0;if(s.getProgramParameter(g,s.LINK_STATUS)===!1)if(W=!1,typeof i.debug.onShaderError=="function")i.debug.onShaderError(s,g,w,I);else{let Q=Eg(s,w,"vertex"),te=Eg(s,I,"fragment");tt("WebGLProgram: Shader Error "+s.getError()+" - VALIDATE_STATUS "+s.getProgramParameter(g,s.VALIDATE_STATUS)+`

Material Name: `+O.name+`
Material Type: `+O.type+`

Program Info Log: `+N+`
`+Q+`
`+te)}else N!==""?Ze("WebGLProgram: Program Info Log:",N):(q===""||J==="")&&(ue=!1);ue&&(O.diagnostics={runnable:W,programLog:N,vertexShader:{log:q,prefix:S},fragmentShader:{log:J,prefix:m}})}s.deleteShader(w),s.deleteShader(I),x=new wo(s,g),E=$b(s,g)}let x;this.getUniforms=function(){return x===void 0&&A(this),x};let E;this.getAttributes=function(){return E===void 0&&A(this),E};let V=t.rendererExtensionParallelShaderCompile===!1;return this.isReady=function(){return V===!1&&(V=s.getProgramParameter(g,Bb)),V},this.destroy=function(){n.releaseStatesOfProgram(this),s.deleteProgram(g),this.program=void 0},this.type=t.shaderType,this.name=t.shaderName,this.id=kb++,this.cacheKey=e,this.usedTimes=1,this.program=g,this.vertexShader=w,this.fragmentShader=I,this}var ow=0,Gd=class{constructor(){this.shaderCache=new Map,this.materialCache=new Map}update(e,t,n){let s=this._getShaderCacheForMaterial(e);return s.has(t)===!1&&(s.add(t),t.usedTimes++),s.has(n)===!1&&(s.add(n),n.usedTimes++),this}remove(e){let t=this.materialCache.get(e);for(let n of t)n.usedTimes--,n.usedTimes===0&&this.shaderCache.delete(n.code);return this.materialCache.delete(e),this}getVertexShaderStage(e){return this._getShaderStage(e.vertexShader)}getFragmentShaderStage(e){return this._getShaderStage(e.fragmentShader)}dispose(){this.shaderCache.clear(),this.materialCache.clear()}_getShaderCacheForMaterial(e){let t=this.materialCache,n=t.get(e);return n===void 0&&(n=new Set,t.set(e,n)),n}_getShaderStage(e){let t=this.shaderCache,n=t.get(e);return n===void 0&&(n=new Hd(e),t.set(e,n)),n}},Hd=class{constructor(e){this.id=ow++,this.code=e,this.usedTimes=0}};function aw(i){return i===nr||i===Va||i===Ga}function lw(i,e,t,n,s,r){let o=new fo,a=new Gd,l=new Set,c=[],h=new Map,d=n.logarithmicDepthBuffer,u={MeshDepthMaterial:"depth",MeshDistanceMaterial:"distance",MeshNormalMaterial:"normal",MeshBasicMaterial:"basic",MeshLambertMaterial:"lambert",MeshPhongMaterial:"phong",MeshToonMaterial:"toon",MeshStandardMaterial:"physical",MeshPhysicalMaterial:"physical",MeshMatcapMaterial:"matcap",LineBasicMaterial:"basic",LineDashedMaterial:"dashed",PointsMaterial:"points",ShadowMaterial:"shadow",SpriteMaterial:"sprite"};function f(x){return l.add(x),x===0?"uv":`uv${x}`}function g(x,E,V,O,U,G){let X=O.fog,N=U.geometry,q=x.isMeshStandardMaterial||x.isMeshLambertMaterial||x.isMeshPhongMaterial?O.environment:null,J=x.isMeshStandardMaterial||x.isMeshLambertMaterial&&!x.envMap||x.isMeshPhongMaterial&&!x.envMap,W=e.get(x.envMap||q,J),ue=u[x.type],Q=n.precision;x.precision!==null&&(Q=n.getMaxPrecision(x.precision),Q!==x.precision&&Ze("WebGLProgram.getParameters:",x.precision,"not supported, using",Q,"instead."));let te=N.morphAttributes.position||N.morphAttributes.normal||N.morphAttributes.color,oe=te!==void 0?te.length:0,pe=0;N.morphAttributes.position!==void 0&&(pe=1),N.morphAttributes.normal!==void 0&&(pe=2),N.morphAttributes.color!==void 0&&(pe=3);let fe,ne,_e,ve;if(ue){let Pe=us[ue];fe=Pe.vertexShader,ne=Pe.fragmentShader}else{fe=x.vertexShader,ne=x.fragmentShader;let Pe=a.getVertexShaderStage(x),lt=a.getFragmentShaderStage(x);a.update(x,Pe,lt),_e=Pe.id,ve=lt.id}let Re=i.getRenderTarget(),we=i.state.buffers.depth.getReversed(),qe=U.isInstancedMesh===!0,ot=U.isBatchedMesh===!0,We=!!x.map,dt=!!x.matcap,ct=!!W,st=ct&&W.isPMREMTexture===!0,jt=!!x.aoMap,Ht=!!x.lightMap,dn=!!x.bumpMap&&x.wireframe===!1,Bt=!!x.normalMap,Rn=!!x.displacementMap,At=!!x.emissiveMap,vn=!!x.metalnessMap,nn=!!x.roughnessMap,fn=x.anisotropy>0,k=x.clearcoat>0,Ie=x.diffuseRoughness>0,Je=x.dispersion>0,at=x.retroreflectivity>0,Te=x.iridescence>0,zt=x.sheen>0,Ge=x.transmission>0,$e=fn&&!!x.anisotropyMap,C=k&&!!x.clearcoatMap,v=k&&!!x.clearcoatNormalMap,Y=k&&!!x.clearcoatRoughnessMap,de=Ie&&!!x.diffuseRoughnessMap,le=Te&&!!x.iridescenceMap,ye=Te&&!!x.iridescenceThicknessMap,Se=zt&&!!x.sheenColorMap,ie=zt&&!!x.sheenRoughnessMap,re=!!x.specularMap,ge=!!x.specularColorMap,F=!!x.specularIntensityMap,ae=Ge&&!!x.transmissionMap,se=Ge&&!!x.thicknessMap,Ee=!!x.gradientMap,xe=!!x.alphaMap,be=x.alphaTest>0,Xe=!!x.alphaHash,Qe=!!x.extensions,he=cs;x.toneMapped&&(Re===null||Re.isXRRenderTarget===!0)&&(he=i.toneMapping);let ke=st?W.isCompressedCubeTexture?W.image[0].mipmaps:W.mipmaps:null,et={shaderID:ue,shaderType:x.type,shaderName:x.name,vertexShader:fe,fragmentShader:ne,defines:x.defines,customVertexShaderID:_e,customFragmentShaderID:ve,isRawShaderMaterial:x.isRawShaderMaterial===!0,glslVersion:x.glslVersion,precision:Q,batching:ot,batchingColor:ot&&U._colorsTexture!==null,instancing:qe,instancingColor:qe&&U.instanceColor!==null,instancingMorph:qe&&U.morphTexture!==null,outputColorSpace:Re===null?i.outputColorSpace:Re.isXRRenderTarget===!0?Re.texture.colorSpace:bt.workingColorSpace,alphaToCoverage:!!x.alphaToCoverage,map:We,matcap:dt,envMap:ct,envMapMode:ct&&W.mapping,envMapPMREM:st,envMapMaxLod:st?ke.length-1:null,envMapSize:st?ke[0].width:null,aoMap:jt,lightMap:Ht,bumpMap:dn,normalMap:Bt,displacementMap:Rn,emissiveMap:At,normalMapObjectSpace:Bt&&x.normalMapType===Jm,normalMapTangentSpace:Bt&&x.normalMapType===gh,packedNormalMap:Bt&&x.normalMapType===gh&&aw(x.normalMap.format),metalnessMap:vn,roughnessMap:nn,anisotropy:fn,anisotropyMap:$e,clearcoat:k,clearcoatMap:C,clearcoatNormalMap:v,clearcoatRoughnessMap:Y,diffuseRoughness:Ie,diffuseRoughnessMap:de,dispersion:Je,retroreflection:at,iridescence:Te,iridescenceMap:le,iridescenceThicknessMap:ye,sheen:zt,sheenColorMap:Se,sheenRoughnessMap:ie,specularMap:re,specularColorMap:ge,specularIntensityMap:F,transmission:Ge,transmissionMap:ae,thicknessMap:se,gradientMap:Ee,opaque:x.transparent===!1&&x.blending===vo&&x.alphaToCoverage===!1,alphaMap:xe,alphaTest:be,alphaHash:Xe,combine:x.combine,mapUv:We&&f(x.map.channel),aoMapUv:jt&&f(x.aoMap.channel),lightMapUv:Ht&&f(x.lightMap.channel),bumpMapUv:dn&&f(x.bumpMap.channel),normalMapUv:Bt&&f(x.normalMap.channel),displacementMapUv:Rn&&f(x.displacementMap.channel),emissiveMapUv:At&&f(x.emissiveMap.channel),metalnessMapUv:vn&&f(x.metalnessMap.channel),roughnessMapUv:nn&&f(x.roughnessMap.channel),anisotropyMapUv:$e&&f(x.anisotropyMap.channel),clearcoatMapUv:C&&f(x.clearcoatMap.channel),clearcoatNormalMapUv:v&&f(x.clearcoatNormalMap.channel),clearcoatRoughnessMapUv:Y&&f(x.clearcoatRoughnessMap.channel),diffuseRoughnessMapUv:de&&f(x.diffuseRoughnessMap.channel),iridescenceMapUv:le&&f(x.iridescenceMap.channel),iridescenceThicknessMapUv:ye&&f(x.iridescenceThicknessMap.channel),sheenColorMapUv:Se&&f(x.sheenColorMap.channel),sheenRoughnessMapUv:ie&&f(x.sheenRoughnessMap.channel),specularMapUv:re&&f(x.specularMap.channel),specularColorMapUv:ge&&f(x.specularColorMap.channel),specularIntensityMapUv:F&&f(x.specularIntensityMap.channel),transmissionMapUv:ae&&f(x.transmissionMap.channel),thicknessMapUv:se&&f(x.thicknessMap.channel),alphaMapUv:xe&&f(x.alphaMap.channel),vertexTangents:!!N.attributes.tangent&&(Bt||fn),vertexNormals:!!N.attributes.normal,vertexColors:x.vertexColors,vertexAlphas:x.vertexColors===!0&&!!N.attributes.color&&N.attributes.color.itemSize===4,pointsUvs:U.isPoints===!0&&!!N.attributes.uv&&(We||xe),fog:!!X,useFog:x.fog===!0,fogExp2:!!X&&X.isFogExp2,flatShading:x.wireframe===!1&&(x.flatShading===!0||N.attributes.normal===void 0&&Bt===!1&&(x.isMeshLambertMaterial||x.isMeshPhongMaterial||x.isMeshStandardMaterial||x.isMeshPhysicalMaterial)),sizeAttenuation:x.sizeAttenuation===!0,logarithmicDepthBuffer:d,reversedDepthBuffer:we,skinning:U.isSkinnedMesh===!0,hasPositionAttribute:N.attributes.position!==void 0,morphTargets:N.morphAttributes.position!==void 0,morphNormals:N.morphAttributes.normal!==void 0,morphColors:N.morphAttributes.color!==void 0,morphTargetsCount:oe,morphTextureStride:pe,numSunLights:E.sun.length,numDirLights:E.directional.length,numPointLights:E.point.length,numSpotLights:E.spot.length,numSpotLightMaps:E.spotLightMap.length,numRectAreaLights:E.rectArea.length,numHemiLights:E.hemi.length,numSunLightShadows:E.sunShadowMap.length,numDirLightShadows:E.directionalShadowMap.length,numPointLightShadows:E.pointShadowMap.length,numSpotLightShadows:E.spotShadowMap.length,numSpotLightShadowsWithMaps:E.numSpotLightShadowsWithMaps,numLightProbes:E.numLightProbes,numLightProbeGrids:G.filter(Pe=>Pe.texture!==null).length,numClippingPlanes:r.numPlanes,numClipIntersection:r.numIntersection,dithering:x.dithering,shadowMapEnabled:i.shadowMap.enabled&&V.length>0,shadowMapType:i.shadowMap.type,toneMapping:he,decodeVideoTexture:We&&x.map.isVideoTexture===!0&&bt.getTransfer(x.map.colorSpace)===Dt,decodeVideoTextureEmissive:At&&x.emissiveMap.isVideoTexture===!0&&bt.getTransfer(x.emissiveMap.colorSpace)===Dt,premultipliedAlpha:x.premultipliedAlpha,doubleSided:x.side===Li,flipSided:x.side===ti,useDepthPacking:x.depthPacking>=0,depthPacking:x.depthPacking||0,index0AttributeName:x.index0AttributeName,extensionClipCullDistance:Qe&&x.extensions.clipCullDistance===!0&&t.has("WEBGL_clip_cull_distance"),extensionMultiDraw:(Qe&&x.extensions.multiDraw===!0||ot)&&t.has("WEBGL_multi_draw"),rendererExtensionParallelShaderCompile:t.has("KHR_parallel_shader_compile"),customProgramCacheKey:x.customProgramCacheKey()};return et.vertexUv1s=l.has(1),et.vertexUv2s=l.has(2),et.vertexUv3s=l.has(3),l.clear(),et}function S(x){let E=[];if(x.shaderID?E.push(x.shaderID):(E.push(x.customVertexShaderID),E.push(x.customFragmentShaderID)),x.defines!==void 0)for(let V in x.defines)E.push(V),E.push(x.defines[V]);return x.isRawShaderMaterial===!1&&(m(E,x),p(E,x),E.push(i.outputColorSpace)),E.push(x.customProgramCacheKey),E.join()}function m(x,E){x.push(E.precision),x.push(E.outputColorSpace),x.push(E.envMapMode),x.push(E.envMapPMREM),x.push(E.envMapMaxLod),x.push(E.envMapSize),x.push(E.mapUv),x.push(E.alphaMapUv),x.push(E.lightMapUv),x.push(E.aoMapUv),x.push(E.bumpMapUv),x.push(E.normalMapUv),x.push(E.displacementMapUv),x.push(E.emissiveMapUv),x.push(E.metalnessMapUv),x.push(E.roughnessMapUv),x.push(E.anisotropyMapUv),x.push(E.clearcoatMapUv),x.push(E.clearcoatNormalMapUv),x.push(E.clearcoatRoughnessMapUv),x.push(E.diffuseRoughnessMapUv),x.push(E.iridescenceMapUv),x.push(E.iridescenceThicknessMapUv),x.push(E.sheenColorMapUv),x.push(E.sheenRoughnessMapUv),x.push(E.specularMapUv),x.push(E.specularColorMapUv),x.push(E.specularIntensityMapUv),x.push(E.transmissionMapUv),x.push(E.thicknessMapUv),x.push(E.combine),x.push(E.fogExp2),x.push(E.sizeAttenuation),x.push(E.morphTargetsCount),x.push(E.numSunLights),x.push(E.numDirLights),x.push(E.numPointLights),x.push(E.numSpotLights),x.push(E.numSpotLightMaps),x.push(E.numHemiLights),x.push(E.numRectAreaLights),x.push(E.numSunLightShadows),x.push(E.numDirLightShadows),x.push(E.numPointLightShadows),x.push(E.numSpotLightShadows),x.push(E.numSpotLightShadowsWithMaps),x.push(E.numLightProbes),x.push(E.numLightProbeGrids),x.push(E.shadowMapType),x.push(E.toneMapping),x.push(E.numClippingPlanes),x.push(E.numClipIntersection),x.push(E.depthPacking)}function p(x,E){o.disableAll(),E.instancing&&o.enable(0),E.instancingColor&&o.enable(1),E.instancingMorph&&o.enable(2),E.matcap&&o.enable(3),E.envMap&&o.enable(4),E.normalMapObjectSpace&&o.enable(5),E.normalMapTangentSpace&&o.enable(6),E.clearcoat&&o.enable(7),E.iridescence&&o.enable(8),E.alphaTest&&o.enable(9),E.vertexColors&&o.enable(10),E.vertexAlphas&&o.enable(11),E.vertexUv1s&&o.enable(12),E.vertexUv2s&&o.enable(13),E.vertexUv3s&&o.enable(14),E.vertexTangents&&o.enable(15),E.anisotropy&&o.enable(16),E.alphaHash&&o.enable(17),E.batching&&o.enable(18),E.dispersion&&o.enable(19),E.retroreflection&&o.enable(24),E.diffuseRoughness&&o.enable(25),E.batchingColor&&o.enable(20),E.gradientMap&&o.enable(21),E.packedNormalMap&&o.enable(22),E.vertexNormals&&o.enable(23),x.push(o.mask),o.disableAll(),E.fog&&o.enable(0),E.useFog&&o.enable(1),E.flatShading&&o.enable(2),E.logarithmicDepthBuffer&&o.enable(3),E.reversedDepthBuffer&&o.enable(4),E.skinning&&o.enable(5),E.morphTargets&&o.enable(6),E.morphNormals&&o.enable(7),E.morphColors&&o.enable(8),E.premultipliedAlpha&&o.enable(9),E.shadowMapEnabled&&o.enable(10),E.doubleSided&&o.enable(11),E.flipSided&&o.enable(12),E.useDepthPacking&&o.enable(13),E.dithering&&o.enable(14),E.transmission&&o.enable(15),E.sheen&&o.enable(16),E.opaque&&o.enable(17),E.pointsUvs&&o.enable(18),E.decodeVideoTexture&&o.enable(19),E.decodeVideoTextureEmissive&&o.enable(20),E.alphaToCoverage&&o.enable(21),E.numLightProbeGrids>0&&o.enable(22),E.hasPositionAttribute&&o.enable(23),x.push(o.mask)}function y(x){let E=u[x.type],V;if(E){let O=us[E];V=ug.clone(O.uniforms)}else V=x.uniforms;return V}function R(x,E){let V=h.get(E);return V!==void 0?++V.usedTimes:(V=new rw(i,E,x,s),c.push(V),h.set(E,V)),V}function w(x){if(--x.usedTimes===0){let E=c.indexOf(x);c[E]=c[c.length-1],c.pop(),h.delete(x.cacheKey),x.destroy()}}function I(x){a.remove(x)}function A(){a.dispose()}return{getParameters:g,getProgramCacheKey:S,getUniforms:y,acquireProgram:R,releaseProgram:w,releaseShaderCache:I,programs:c,dispose:A}}function cw(){let i=new WeakMap;function e(o){return i.has(o)}function t(o){let a=i.get(o);return a===void 0&&(a={},i.set(o,a)),a}function n(o){i.delete(o)}function s(o,a,l){i.get(o)[a]=l}function r(){i=new WeakMap}return{has:e,get:t,remove:n,update:s,dispose:r}}function hw(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.material.id!==e.material.id?i.material.id-e.material.id:i.materialVariant!==e.materialVariant?i.materialVariant-e.materialVariant:i.z!==e.z?i.z-e.z:i.id-e.id}function Ig(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.z!==e.z?e.z-i.z:i.id-e.id}function Lg(){let i=[],e=0,t=[],n=[],s=[];function r(){e=0,t.length=0,n.length=0,s.length=0}function o(u){let f=0;return u.isInstancedMesh&&(f+=2),u.isSkinnedMesh&&(f+=1),f}function a(u,f,g,S,m,p){let y=i[e];return y===void 0?(y={id:u.id,object:u,geometry:f,material:g,materialVariant:o(u),groupOrder:S,renderOrder:u.renderOrder,z:m,group:p},i[e]=y):(y.id=u.id,y.object=u,y.geometry=f,y.material=g,y.materialVariant=o(u),y.groupOrder=S,y.renderOrder=u.renderOrder,y.z=m,y.group=p),e++,y}function l(u,f,g,S,m,p,y){y.reversedDepth===!0&&(m=-m);let R=a(u,f,g,S,m,p);g.transmission>0?n.push(R):g.transparent===!0?s.push(R):t.push(R)}function c(u,f,g,S,m,p){let y=a(u,f,g,S,m,p);g.transmission>0?n.unshift(y):g.transparent===!0?s.unshift(y):t.unshift(y)}function h(u,f){t.length>1&&t.sort(u||hw),n.length>1&&n.sort(f||Ig),s.length>1&&s.sort(f||Ig)}function d(){for(let u=e,f=i.length;u<f;u++){let g=i[u];if(g.id===null)break;g.id=null,g.object=null,g.geometry=null,g.material=null,g.group=null}}return{opaque:t,transmissive:n,transparent:s,init:r,push:l,unshift:c,finish:d,sort:h}}function uw(){let i=new WeakMap;function e(n,s){let r=i.get(n),o;return r===void 0?(o=new Lg,i.set(n,[o])):s>=r.length?(o=new Lg,r.push(o)):o=r[s],o}function t(){i=new WeakMap}return{get:e,dispose:t}}function dw(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={direction:new $,color:new _t};break;case"SpotLight":t={position:new $,direction:new $,color:new _t,distance:0,coneCos:0,penumbraCos:0,decay:0};break;case"PointLight":t={position:new $,color:new _t,distance:0,decay:0};break;case"HemisphereLight":t={direction:new $,skyColor:new _t,groundColor:new _t};break;case"RectAreaLight":t={color:new _t,position:new $,halfWidth:new $,halfHeight:new $};break}return i[e.id]=t,t}}}function fw(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new Ke};break;case"SpotLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new Ke};break;case"PointLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new Ke,shadowCameraNear:1,shadowCameraFar:1e3};break}return i[e.id]=t,t}}}var pw=0;function mw(i,e){return(e.castShadow?2:0)-(i.castShadow?2:0)+(e.map?1:0)-(i.map?1:0)}function gw(i){let e=new dw,t=fw(),n={version:0,hash:{sunLength:-1,directionalLength:-1,pointLength:-1,spotLength:-1,rectAreaLength:-1,hemiLength:-1,numSunShadows:-1,numDirectionalShadows:-1,numPointShadows:-1,numSpotShadows:-1,numSpotMaps:-1,numLightProbes:-1},ambient:[0,0,0],probe:[],sun:[],sunShadow:[],sunShadowMap:[],sunShadowMatrix:[],sunShadowCascade:[],directional:[],directionalShadow:[],directionalShadowMap:[],directionalShadowMatrix:[],spot:[],spotLightMap:[],spotShadow:[],spotShadowMap:[],spotLightMatrix:[],rectArea:[],rectAreaLTC1:null,rectAreaLTC2:null,point:[],pointShadow:[],pointShadowMap:[],pointShadowMatrix:[],hemi:[],numSpotLightShadowsWithMaps:0,numLightProbes:0};for(let c=0;c<9;c++)n.probe.push(new $);let s=new $,r=new Wt,o=new Wt;function a(c){let h=0,d=0,u=0;for(let G=0;G<9;G++)n.probe[G].set(0,0,0);let f=0,g=0,S=0,m=0,p=0,y=0,R=0,w=0,I=0,A=0,x=0,E=0,V=0,O=0;c.sort(mw);for(let G=0,X=c.length;G<X;G++){let N=c[G],q=N.color,J=N.intensity,W=N.distance,ue=null;if(N.shadow&&N.shadow.map&&(N.shadow.map.texture.format===nr?ue=N.shadow.map.texture:ue=N.shadow.map.depthTexture||N.shadow.map.texture),N.isAmbientLight)h+=q.r*J,d+=q.g*J,u+=q.b*J;else if(N.isLightProbe){for(let Q=0;Q<9;Q++)n.probe[Q].addScaledVector(N.sh.coefficients[Q],J);O++}else if(N.isSunLight){let Q=e.get(N);if(Q.color.copy(N.color).multiplyScalar(N.intensity),N.castShadow){let te=N.shadow,oe=t.get(N);oe.shadowIntensity=te.intensity,oe.shadowBias=te.bias,oe.shadowNormalBias=te.normalBias,oe.shadowRadius=te.radius,oe.shadowMapSize.copy(te.mapSize).multiply(te.getFrameExtents()),n.sunShadow[g]=oe,n.sunShadowMap[g]=ue;let pe=te.getViewportCount();for(let fe=0;fe<pe;fe++)n.sunShadowMatrix[S+fe]=te.getMatrix(fe),n.sunShadowCascade[S+fe]=te._cascadeData[fe];S+=pe,g++}n.sun[f]=Q,f++}else if(N.isDirectionalLight){let Q=e.get(N);if(Q.color.copy(N.color).multiplyScalar(N.intensity),N.castShadow){let te=N.shadow,oe=t.get(N);oe.shadowIntensity=te.intensity,oe.shadowBias=te.bias,oe.shadowNormalBias=te.normalBias,oe.shadowRadius=te.radius,oe.shadowMapSize=te.mapSize,n.directionalShadow[m]=oe,n.directionalShadowMap[m]=ue,n.directionalShadowMatrix[m]=N.shadow.matrix,I++}n.directional[m]=Q,m++}else if(N.isSpotLight){let Q=e.get(N);Q.position.setFromMatrixPosition(N.matrixWorld),Q.color.copy(q).multiplyScalar(J),Q.distance=W,Q.coneCos=Math.cos(N.angle),Q.penumbraCos=Math.cos(N.angle*(1-N.penumbra)),Q.decay=N.decay,n.spot[y]=Q;let te=N.shadow;if(N.map&&(n.spotLightMap[E]=N.map,E++,te.updateMatrices(N),N.castShadow&&V++),n.spotLightMatrix[y]=te.matrix,N.castShadow){let oe=t.get(N);oe.shadowIntensity=te.intensity,oe.shadowBias=te.bias,oe.shadowNormalBias=te.normalBias,oe.shadowRadius=te.radius,oe.shadowMapSize=te.mapSize,n.spotShadow[y]=oe,n.spotShadowMap[y]=ue,x++}y++}else if(N.isRectAreaLight){let Q=e.get(N);Q.color.copy(q).multiplyScalar(J),Q.halfWidth.set(N.width*.5,0,0),Q.halfHeight.set(0,N.height*.5,0),n.rectArea[R]=Q,R++}else if(N.isPointLight){let Q=e.get(N);if(Q.color.copy(N.color).multiplyScalar(N.intensity),Q.distance=N.distance,Q.decay=N.decay,N.castShadow){let te=N.shadow,oe=t.get(N);oe.shadowIntensity=te.intensity,oe.shadowBias=te.bias,oe.shadowNormalBias=te.normalBias,oe.shadowRadius=te.radius,oe.shadowMapSize=te.mapSize,oe.shadowCameraNear=te.camera.near,oe.shadowCameraFar=te.camera.far,n.pointShadow[p]=oe,n.pointShadowMap[p]=ue,n.pointShadowMatrix[p]=N.shadow.matrix,A++}n.point[p]=Q,p++}else if(N.isHemisphereLight){let Q=e.get(N);Q.skyColor.copy(N.color).multiplyScalar(J),Q.groundColor.copy(N.groundColor).multiplyScalar(J),n.hemi[w]=Q,w++}}R>0&&(i.has("OES_texture_float_linear")===!0?(n.rectAreaLTC1=Ne.LTC_FLOAT_1,n.rectAreaLTC2=Ne.LTC_FLOAT_2):(n.rectAreaLTC1=Ne.LTC_HALF_1,n.rectAreaLTC2=Ne.LTC_HALF_2)),n.ambient[0]=h,n.ambient[1]=d,n.ambient[2]=u;let U=n.hash;(U.sunLength!==f||U.directionalLength!==m||U.pointLength!==p||U.spotLength!==y||U.rectAreaLength!==R||U.hemiLength!==w||U.numSunShadows!==g||U.numDirectionalShadows!==I||U.numPointShadows!==A||U.numSpotShadows!==x||U.numSpotMaps!==E||U.numLightProbes!==O)&&(n.sun.length=f,n.directional.length=m,n.spot.length=y,n.rectArea.length=R,n.point.length=p,n.hemi.length=w,n.sunShadow.length=g,n.sunShadowMap.length=g,n.sunShadowMatrix.length=S,n.sunShadowCascade.length=S,n.directionalShadow.length=I,n.directionalShadowMap.length=I,n.directionalShadowMatrix.length=I,n.pointShadow.length=A,n.pointShadowMap.length=A,n.pointShadowMatrix.length=A,n.spotShadow.length=x,n.spotShadowMap.length=x,n.spotLightMatrix.length=x+E-V,n.spotLightMap.length=E,n.numSpotLightShadowsWithMaps=V,n.numLightProbes=O,U.sunLength=f,U.directionalLength=m,U.pointLength=p,U.spotLength=y,U.rectAreaLength=R,U.hemiLength=w,U.numSunShadows=g,U.numDirectionalShadows=I,U.numPointShadows=A,U.numSpotShadows=x,U.numSpotMaps=E,U.numLightProbes=O,n.version=pw++)}function l(c,h){let d=0,u=0,f=0,g=0,S=0,m=0,p=h.matrixWorldInverse;for(let y=0,R=c.length;y<R;y++){let w=c[y];if(w.isSunLight){let I=n.sun[d];I.direction.setFromMatrixPosition(w.matrixWorld),I.direction.transformDirection(p),d++}else if(w.isDirectionalLight){let I=n.directional[u];I.direction.setFromMatrixPosition(w.matrixWorld),s.setFromMatrixPosition(w.target.matrixWorld),I.direction.sub(s),I.direction.transformDirection(p),u++}else if(w.isSpotLight){let I=n.spot[g];I.position.setFromMatrixPosition(w.matrixWorld),I.position.applyMatrix4(p),I.direction.setFromMatrixPosition(w.matrixWorld),s.setFromMatrixPosition(w.target.matrixWorld),I.direction.sub(s),I.direction.transformDirection(p),g++}else if(w.isRectAreaLight){let I=n.rectArea[S];I.position.setFromMatrixPosition(w.matrixWorld),I.position.applyMatrix4(p),o.identity(),r.copy(w.matrixWorld),r.premultiply(p),o.extractRotation(r),I.halfWidth.set(w.width*.5,0,0),I.halfHeight.set(0,w.height*.5,0),I.halfWidth.applyMatrix4(o),I.halfHeight.applyMatrix4(o),S++}else if(w.isPointLight){let I=n.point[f];I.position.setFromMatrixPosition(w.matrixWorld),I.position.applyMatrix4(p),f++}else if(w.isHemisphereLight){let I=n.hemi[m];I.direction.setFromMatrixPosition(w.matrixWorld),I.direction.transformDirection(p),m++}}}return{setup:a,setupView:l,state:n}}function Dg(i){let e=new gw(i),t=[],n=[],s=[];function r(d){h.camera=d,t.length=0,n.length=0,s.length=0}function o(d){d.isLightProbeGrid?s.push(d):t.push(d)}function a(d){n.push(d)}function l(){e.setup(t),s.sort((d,u)=>d.priority-u.priority||d.id-u.id)}function c(d){e.setupView(t,d)}let h={lightsArray:t,shadowsArray:n,lightProbeGridArray:s,camera:null,lights:e,transmissionRenderTarget:{},textureUnits:0};return{init:r,state:h,setupLights:l,setupLightsView:c,pushLight:o,pushShadow:a}}function _w(i){let e=new WeakMap;function t(s,r=0){let o=e.get(s),a;return o===void 0?(a=new Dg(i),e.set(s,[a])):r>=o.length?(a=new Dg(i),o.push(a)):a=o[r],a}function n(){e=new WeakMap}return{get:t,dispose:n}}var xw=`void main() {
	gl_Position = vec4( position, 1.0 );
}`,yw=`uniform sampler2D shadow_pass;
uniform vec2 resolution;
uniform float radius;
void main() {
	const float samples = float( VSM_SAMPLES );
	float mean = 0.0;
	float squared_mean = 0.0;
	float uvStride = samples <= 1.0 ? 0.0 : 2.0 / ( samples - 1.0 );
	float uvStart = samples <= 1.0 ? 0.0 : - 1.0;
	for ( float i = 0.0; i < samples; i ++ ) {
		float uvOffset = uvStart + i * uvStride;
		#ifdef HORIZONTAL_PASS
			vec2 distribution = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( uvOffset, 0.0 ) * radius ) / resolution ).rg;
			mean += distribution.x;
			squared_mean += distribution.y * distribution.y + distribution.x * distribution.x;
		#else
			float depth = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( 0.0, uvOffset ) * radius ) / resolution ).r;
			mean += depth;
			squared_mean += depth * depth;
		#endif
	}
	mean = mean / samples;
	squared_mean = squared_mean / samples;
	float std_dev = sqrt( max( 0.0, squared_mean - mean * mean ) );
	gl_FragColor = vec4( mean, std_dev, 0.0, 1.0 );
}`,vw=[new $(1,0,0),new $(-1,0,0),new $(0,1,0),new $(0,-1,0),new $(0,0,1),new $(0,0,-1)],Sw=[new $(0,-1,0),new $(0,-1,0),new $(0,0,1),new $(0,0,-1),new $(0,-1,0),new $(0,-1,0)],Ng=new Wt,Ha=new $,Fd=new $;function Mw(i,e,t){let n=new Zs,s=new Ke,r=new Ke,o=new en,a=new gc,l=new _c,c={},h=t.maxTextureSize,d={[tr]:ti,[ti]:tr,[Li]:Li},u=new ls({defines:{VSM_SAMPLES:8},uniforms:{shadow_pass:{value:null},resolution:{value:new Ke},radius:{value:4}},vertexShader:xw,fragmentShader:yw}),f=u.clone();f.defines.HORIZONTAL_PASS=1;let g=new yi;g.setAttribute("position",new gi(new Float32Array([-1,-1,.5,3,-1,.5,-1,3,.5]),3));let S=new vi(g,u),m=this;this.enabled=!1,this.autoUpdate=!0,this.needsUpdate=!1,this.type=Ua;let p=this.type;this.render=function(A,x,E){if(m.enabled===!1||m.autoUpdate===!1&&m.needsUpdate===!1||A.length===0)return;this.type===Am&&(Ze("WebGLShadowMap: PCFSoftShadowMap has been removed. Using PCFShadowMap instead."),this.type=Ua);let V=i.getRenderTarget(),O=i.getActiveCubeFace(),U=i.getActiveMipmapLevel(),G=i.state;G.setBlending(gr),G.buffers.depth.getReversed()===!0?G.buffers.color.setClear(0,0,0,0):G.buffers.color.setClear(1,1,1,1),G.buffers.depth.setTest(!0),G.setScissorTest(!1);let X=p!==this.type;X&&x.traverse(function(N){N.material&&(Array.isArray(N.material)?N.material.forEach(q=>q.needsUpdate=!0):N.material.needsUpdate=!0)});for(let N=0,q=A.length;N<q;N++){let J=A[N],W=J.shadow;if(W===void 0){Ze("WebGLShadowMap:",J,"has no shadow.");continue}if(W.autoUpdate===!1&&W.needsUpdate===!1)continue;s.copy(W.mapSize);let ue=W.getFrameExtents();s.multiply(ue),r.copy(W.mapSize),(s.x>h||s.y>h)&&(s.x>h&&(r.x=Math.floor(h/ue.x),s.x=r.x*ue.x,W.mapSize.x=r.x),s.y>h&&(r.y=Math.floor(h/ue.y),s.y=r.y*ue.y,W.mapSize.y=r.y));let Q=i.state.buffers.depth.getReversed();if(W.camera._reversedDepth=Q,W.map===null||X===!0){if(W.map!==null&&(W.map.depthTexture!==null&&(W.map.depthTexture.dispose(),W.map.depthTexture=null),W.map.dispose()),this.type===yo){if(J.isPointLight){Ze("WebGLShadowMap: VSM shadow maps are not supported for PointLights. Use PCF or BasicShadowMap instead.");continue}W.map=new xi(s.x,s.y,{format:nr,type:Xi,minFilter:ei,magFilter:ei,generateMipmaps:!1}),W.map.texture.name=J.name+".shadowMap",W.map.depthTexture=new Rs(s.x,s.y,Wi),W.map.depthTexture.name=J.name+".shadowMapDepth",W.map.depthTexture.format=Ts,W.map.depthTexture.compareFunction=null,W.map.depthTexture.minFilter=Un,W.map.depthTexture.magFilter=Un}else J.isPointLight?(W.map=new Xa(s.x),W.map.depthTexture=new Ma(s.x,Hi)):(W.map=new xi(s.x,s.y),W.map.depthTexture=new Rs(s.x,s.y,Hi)),W.map.depthTexture.name=J.name+".shadowMap",W.map.depthTexture.format=Ts,this.type===Ua?(W.map.depthTexture.compareFunction=Q?wd:bd,W.map.depthTexture.minFilter=ei,W.map.depthTexture.magFilter=ei):(W.map.depthTexture.compareFunction=null,W.map.depthTexture.minFilter=Un,W.map.depthTexture.magFilter=Un);W.camera.updateProjectionMatrix()}W.map.isWebGLCubeRenderTarget!==!0&&(W.map.width!==s.x||W.map.height!==s.y)&&W.map.setSize(s.x,s.y);let te=W.map.isWebGLCubeRenderTarget?6:W.getViewportCount();J.isPointLight!==!0&&W.updateMatrices(J,E);let oe=(W.camera.layers.mask&4294967294)!==0?W.camera.layers:E.layers;for(let pe=0;pe<te;pe++){let fe=W.getCamera(pe);if(J.isPointLight){let ne=W.camera,_e=W.matrix,ve=J.distance||ne.far;ve!==ne.far&&(ne.far=ve,ne.updateProjectionMatrix()),Ha.setFromMatrixPosition(J.matrixWorld),ne.position.copy(Ha),Fd.copy(ne.position),Fd.add(vw[pe]),ne.up.copy(Sw[pe]),ne.lookAt(Fd),ne.updateMatrixWorld(),_e.makeTranslation(-Ha.x,-Ha.y,-Ha.z),Ng.multiplyMatrices(ne.projectionMatrix,ne.matrixWorldInverse),W._frustum.setFromProjectionMatrix(Ng,ne.coordinateSystem,ne.reversedDepth)}if(W.map.isWebGLCubeRenderTarget)i.setRenderTarget(W.map,pe),i.clear();else{pe===0&&(i.setRenderTarget(W.map),i.clear());let ne=W.getViewport(pe);o.set(r.x*ne.x,r.y*ne.y,r.x*ne.z,r.y*ne.w),G.viewport(o)}n=W.getFrustum(pe),w(x,E,fe,J,oe,this.type)}W.isPointLightShadow!==!0&&this.type===yo&&y(W,E),W.needsUpdate=!1}p=this.type,m.needsUpdate=!1,i.setRenderTarget(V,O,U)};function y(A,x){let E=e.update(S);u.defines.VSM_SAMPLES!==A.blurSamples&&(u.defines.VSM_SAMPLES=A.blurSamples,f.defines.VSM_SAMPLES=A.blurSamples,u.needsUpdate=!0,f.needsUpdate=!0),A.mapPass===null?A.mapPass=new xi(s.x,s.y,{format:nr,type:Xi}):(A.mapPass.width!==A.map.width||A.mapPass.height!==A.map.height)&&A.mapPass.setSize(A.map.width,A.map.height),u.uniforms.shadow_pass.value=A.map.depthTexture,u.uniforms.resolution.value.set(A.map.width,A.map.height),u.uniforms.radius.value=A.radius,i.setRenderTarget(A.mapPass),i.clear(),i.renderBufferDirect(x,null,E,u,S,null),f.uniforms.shadow_pass.value=A.mapPass.texture,f.uniforms.resolution.value.set(A.map.width,A.map.height),f.uniforms.radius.value=A.radius,i.setRenderTarget(A.map),i.clear(),i.renderBufferDirect(x,null,E,f,S,null)}function R(A,x,E,V){let O=null,U=E.isPointLight===!0?A.customDistanceMaterial:A.customDepthMaterial;if(U!==void 0)O=U;else if(O=E.isPointLight===!0?l:a,i.localClippingEnabled&&x.clipShadows===!0&&Array.isArray(x.clippingPlanes)&&x.clippingPlanes.length!==0||x.displacementMap&&x.displacementScale!==0||x.alphaMap&&x.alphaTest>0||x.map&&x.alphaTest>0||x.alphaToCoverage===!0){let G=O.uuid,X=x.uuid,N=c[G];N===void 0&&(N={},c[G]=N);let q=N[X];q===void 0&&(q=O.clone(),N[X]=q,x.addEventListener("dispose",I)),O=q}if(O.visible=x.visible,O.wireframe=x.wireframe,V===yo?O.side=x.shadowSide!==null?x.shadowSide:x.side:O.side=x.shadowSide!==null?x.shadowSide:d[x.side],O.alphaMap=x.alphaMap,O.alphaTest=x.alphaToCoverage===!0?.5:x.alphaTest,O.map=x.map,O.clipShadows=x.clipShadows,O.clippingPlanes=x.clippingPlanes,O.clipIntersection=x.clipIntersection,O.displacementMap=x.displacementMap,O.displacementScale=x.displacementScale,O.displacementBias=x.displacementBias,O.wireframeLinewidth=x.wireframeLinewidth,O.linewidth=x.linewidth,E.isPointLight===!0&&O.isMeshDistanceMaterial===!0){let G=i.properties.get(O);G.light=E}return O}function w(A,x,E,V,O,U){if(A.visible===!1)return;if(A.layers.test(O)&&(A.isMesh||A.isLine||A.isPoints)&&(A.castShadow||A.receiveShadow&&U===yo)&&(!A.frustumCulled||A.intersectsFrustum(n))){A.modelViewMatrix.multiplyMatrices(E.matrixWorldInverse,A.matrixWorld);let N=e.update(A),q=A.material;if(Array.isArray(q)){let J=N.groups;for(let W=0,ue=J.length;W<ue;W++){let Q=J[W],te=q[Q.materialIndex];if(te&&te.visible){let oe=R(A,te,V,U);A.onBeforeShadow(i,A,x,E,N,oe,Q),i.renderBufferDirect(E,null,N,oe,A,Q),A.onAfterShadow(i,A,x,E,N,oe,Q)}}}else if(q.visible){let J=R(A,q,V,U);A.onBeforeShadow(i,A,x,E,N,J,null),i.renderBufferDirect(E,null,N,J,A,null),A.onAfterShadow(i,A,x,E,N,J,null)}}let X=A.children;for(let N=0,q=X.length;N<q;N++)w(X[N],x,E,V,O,U)}function I(A){A.target.removeEventListener("dispose",I);for(let E in c){let V=c[E],O=A.target.uuid;O in V&&(V[O].dispose(),delete V[O])}}}function bw(i,e){function t(){let F=!1,ae=new en,se=null,Ee=new en(0,0,0,0);return{setMask:function(xe){se!==xe&&!F&&(i.colorMask(xe,xe,xe,xe),se=xe)},setLocked:function(xe){F=xe},setClear:function(xe,be,Xe,Qe,he){he===!0&&(xe*=Qe,be*=Qe,Xe*=Qe),ae.set(xe,be,Xe,Qe),Ee.equals(ae)===!1&&(i.clearColor(xe,be,Xe,Qe),Ee.copy(ae))},reset:function(){F=!1,se=null,Ee.set(-1,0,0,0)}}}function n(){let F=!1,ae=!1,se=null,Ee=null,xe=null;return{setReversed:function(be){if(ae!==be){let Xe=e.get("EXT_clip_control");be?Xe.clipControlEXT(Xe.LOWER_LEFT_EXT,Xe.ZERO_TO_ONE_EXT):Xe.clipControlEXT(Xe.LOWER_LEFT_EXT,Xe.NEGATIVE_ONE_TO_ONE_EXT),ae=be;let Qe=xe;xe=null,this.setClear(Qe)}},getReversed:function(){return ae},setTest:function(be){be?we(i.DEPTH_TEST):qe(i.DEPTH_TEST)},setMask:function(be){se!==be&&!F&&(i.depthMask(be),se=be)},setFunc:function(be){if(ae&&(be=ag[be]),Ee!==be){switch(be){case Zl:i.depthFunc(i.NEVER);break;case Jl:i.depthFunc(i.ALWAYS);break;case Kl:i.depthFunc(i.LESS);break;case ao:i.depthFunc(i.LEQUAL);break;case jl:i.depthFunc(i.EQUAL);break;case Ql:i.depthFunc(i.GEQUAL);break;case ec:i.depthFunc(i.GREATER);break;case tc:i.depthFunc(i.NOTEQUAL);break;default:i.depthFunc(i.LEQUAL)}Ee=be}},setLocked:function(be){F=be},setClear:function(be){xe!==be&&(xe=be,ae&&(be=1-be),i.clearDepth(be))},reset:function(){F=!1,se=null,Ee=null,xe=null,ae=!1}}}function s(){let F=!1,ae=null,se=null,Ee=null,xe=null,be=null,Xe=null,Qe=null,he=null;return{setTest:function(ke){F||(ke?we(i.STENCIL_TEST):qe(i.STENCIL_TEST))},setMask:function(ke){ae!==ke&&!F&&(i.stencilMask(ke),ae=ke)},setFunc:function(ke,et,Pe){(se!==ke||Ee!==et||xe!==Pe)&&(i.stencilFunc(ke,et,Pe),se=ke,Ee=et,xe=Pe)},setOp:function(ke,et,Pe){(be!==ke||Xe!==et||Qe!==Pe)&&(i.stencilOp(ke,et,Pe),be=ke,Xe=et,Qe=Pe)},setLocked:function(ke){F=ke},setClear:function(ke){he!==ke&&(i.clearStencil(ke),he=ke)},reset:function(){F=!1,ae=null,se=null,Ee=null,xe=null,be=null,Xe=null,Qe=null,he=null}}}let r=new t,o=new n,a=new s,l={},c=new WeakMap,h={},d={},u={},f=new WeakMap,g=[],S=null,m=!1,p=null,y=null,R=null,w=null,I=null,A=null,x=null,E=new _t(0,0,0),V=0,O=!1,U=null,G=null,X=null,N=null,q=null,J=i.getParameter(i.MAX_COMBINED_TEXTURE_IMAGE_UNITS),W=!1,ue=0,Q=i.getParameter(i.VERSION);Q.indexOf("WebGL")!==-1?(ue=parseFloat(/^WebGL (\d)/.exec(Q)[1]),W=ue>=1):Q.indexOf("OpenGL ES")!==-1&&(ue=parseFloat(/^OpenGL ES (\d)/.exec(Q)[1]),W=ue>=2);let te=null,oe={},pe=i.getParameter(i.SCISSOR_BOX),fe=i.getParameter(i.VIEWPORT),ne=new en().fromArray(pe),_e=new en().fromArray(fe);function ve(F,ae,se,Ee){let xe=new Uint8Array(4),be=i.createTexture();i.bindTexture(F,be),i.texParameteri(F,i.TEXTURE_MIN_FILTER,i.NEAREST),i.texParameteri(F,i.TEXTURE_MAG_FILTER,i.NEAREST);for(let Xe=0;Xe<se;Xe++)F===i.TEXTURE_3D||F===i.TEXTURE_2D_ARRAY?i.texImage3D(ae,0,i.RGBA,1,1,Ee,0,i.RGBA,i.UNSIGNED_BYTE,xe):i.texImage2D(ae+Xe,0,i.RGBA,1,1,0,i.RGBA,i.UNSIGNED_BYTE,xe);return be}let Re={};Re[i.TEXTURE_2D]=ve(i.TEXTURE_2D,i.TEXTURE_2D,1),Re[i.TEXTURE_CUBE_MAP]=ve(i.TEXTURE_CUBE_MAP,i.TEXTURE_CUBE_MAP_POSITIVE_X,6),Re[i.TEXTURE_2D_ARRAY]=ve(i.TEXTURE_2D_ARRAY,i.TEXTURE_2D_ARRAY,1,1),Re[i.TEXTURE_3D]=ve(i.TEXTURE_3D,i.TEXTURE_3D,1,1),r.setClear(0,0,0,1),o.setClear(1),a.setClear(0),we(i.DEPTH_TEST),o.setFunc(ao),dn(!1),Bt(nd),we(i.CULL_FACE),jt(gr);function we(F){h[F]!==!0&&(i.enable(F),h[F]=!0)}function qe(F){h[F]!==!1&&(i.disable(F),h[F]=!1)}function ot(F,ae){return u[F]!==ae?(i.bindFramebuffer(F,ae),u[F]=ae,F===i.DRAW_FRAMEBUFFER&&(u[i.FRAMEBUFFER]=ae),F===i.FRAMEBUFFER&&(u[i.DRAW_FRAMEBUFFER]=ae),!0):!1}function We(F,ae){let se=g,Ee=!1;if(F){se=f.get(ae),se===void 0&&(se=[],f.set(ae,se));let xe=F.textures;if(se.length!==xe.length||se[0]!==i.COLOR_ATTACHMENT0){for(let be=0,Xe=xe.length;be<Xe;be++)se[be]=i.COLOR_ATTACHMENT0+be;se.length=xe.length,Ee=!0}}else se[0]!==i.BACK&&(se[0]=i.BACK,Ee=!0);Ee&&i.drawBuffers(se)}function dt(F){return S!==F?(i.useProgram(F),S=F,!0):!1}let ct={[_r]:i.FUNC_ADD,[Rm]:i.FUNC_SUBTRACT,[Pm]:i.FUNC_REVERSE_SUBTRACT};ct[Im]=i.MIN,ct[Lm]=i.MAX;let st={[Dm]:i.ZERO,[Nm]:i.ONE,[Um]:i.SRC_COLOR,[od]:i.SRC_ALPHA,[Vm]:i.SRC_ALPHA_SATURATE,[km]:i.DST_COLOR,[Fm]:i.DST_ALPHA,[Om]:i.ONE_MINUS_SRC_COLOR,[ad]:i.ONE_MINUS_SRC_ALPHA,[zm]:i.ONE_MINUS_DST_COLOR,[Bm]:i.ONE_MINUS_DST_ALPHA,[Gm]:i.CONSTANT_COLOR,[Hm]:i.ONE_MINUS_CONSTANT_COLOR,[Wm]:i.CONSTANT_ALPHA,[Xm]:i.ONE_MINUS_CONSTANT_ALPHA};function jt(F,ae,se,Ee,xe,be,Xe,Qe,he,ke){if(F===gr){m===!0&&(qe(i.BLEND),m=!1);return}if(m===!1&&(we(i.BLEND),m=!0),F!==Cm){if(F!==p||ke!==O){if((y!==_r||I!==_r)&&(i.blendEquation(i.FUNC_ADD),y=_r,I=_r),ke)switch(F){case vo:i.blendFuncSeparate(i.ONE,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case id:i.blendFunc(i.ONE,i.ONE);break;case sd:i.blendFuncSeparate(i.ZERO,i.ONE_MINUS_SRC_COLOR,i.ZERO,i.ONE);break;case rd:i.blendFuncSeparate(i.DST_COLOR,i.ONE_MINUS_SRC_ALPHA,i.ZERO,i.ONE);break;default:tt("WebGLState: Invalid blending: ",F);break}else switch(F){case vo:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case id:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE,i.ONE,i.ONE);break;case sd:tt("WebGLState: SubtractiveBlending requires material.premultipliedAlpha = true");break;case rd:tt("WebGLState: MultiplyBlending requires material.premultipliedAlpha = true");break;default:tt("WebGLState: Invalid blending: ",F);break}R=null,w=null,A=null,x=null,E.set(0,0,0),V=0,p=F,O=ke}return}xe=xe||ae,be=be||se,Xe=Xe||Ee,(ae!==y||xe!==I)&&(i.blendEquationSeparate(ct[ae],ct[xe]),y=ae,I=xe),(se!==R||Ee!==w||be!==A||Xe!==x)&&(i.blendFuncSeparate(st[se],st[Ee],st[be],st[Xe]),R=se,w=Ee,A=be,x=Xe),(Qe.equals(E)===!1||he!==V)&&(i.blendColor(Qe.r,Qe.g,Qe.b,he),E.copy(Qe),V=he),p=F,O=!1}function Ht(F,ae){F.side===Li?qe(i.CULL_FACE):we(i.CULL_FACE);let se=F.side===ti;ae&&(se=!se),dn(se),F.blending===vo&&F.transparent===!1?jt(gr):jt(F.blending,F.blendEquation,F.blendSrc,F.blendDst,F.blendEquationAlpha,F.blendSrcAlpha,F.blendDstAlpha,F.blendColor,F.blendAlpha,F.premultipliedAlpha),o.setFunc(F.depthFunc),o.setTest(F.depthTest),o.setMask(F.depthWrite),r.setMask(F.colorWrite);let Ee=F.stencilWrite;a.setTest(Ee),Ee&&(a.setMask(F.stencilWriteMask),a.setFunc(F.stencilFunc,F.stencilRef,F.stencilFuncMask),a.setOp(F.stencilFail,F.stencilZFail,F.stencilZPass)),At(F.polygonOffset,F.polygonOffsetFactor,F.polygonOffsetUnits),F.alphaToCoverage===!0?we(i.SAMPLE_ALPHA_TO_COVERAGE):qe(i.SAMPLE_ALPHA_TO_COVERAGE)}function dn(F){U!==F&&(F?i.frontFace(i.CW):i.frontFace(i.CCW),U=F)}function Bt(F){F!==Tm?(we(i.CULL_FACE),F!==G&&(F===nd?i.cullFace(i.BACK):F===Em?i.cullFace(i.FRONT):i.cullFace(i.FRONT_AND_BACK))):qe(i.CULL_FACE),G=F}function Rn(F){F!==X&&(W&&i.lineWidth(F),X=F)}function At(F,ae,se){F?(we(i.POLYGON_OFFSET_FILL),(N!==ae||q!==se)&&(N=ae,q=se,o.getReversed()&&(ae=-ae,se=-se),i.polygonOffset(ae,se))):qe(i.POLYGON_OFFSET_FILL)}function vn(F){F?we(i.SCISSOR_TEST):qe(i.SCISSOR_TEST)}function nn(F){F===void 0&&(F=i.TEXTURE0+J-1),te!==F&&(i.activeTexture(F),te=F)}function fn(F,ae,se){se===void 0&&(te===null?se=i.TEXTURE0+J-1:se=te);let Ee=oe[se];Ee===void 0&&(Ee={type:void 0,texture:void 0},oe[se]=Ee),(Ee.type!==F||Ee.texture!==ae)&&(te!==se&&(i.activeTexture(se),te=se),i.bindTexture(F,ae||Re[F]),Ee.type=F,Ee.texture=ae)}function k(){let F=oe[te];F!==void 0&&F.type!==void 0&&(i.bindTexture(F.type,null),F.type=void 0,F.texture=void 0)}function Ie(){try{i.compressedTexImage2D(...arguments)}catch(F){tt("WebGLState:",F)}}function Je(){try{i.compressedTexImage3D(...arguments)}catch(F){tt("WebGLState:",F)}}function at(){try{i.texSubImage2D(...arguments)}catch(F){tt("WebGLState:",F)}}function Te(){try{i.texSubImage3D(...arguments)}catch(F){tt("WebGLState:",F)}}function zt(){try{i.compressedTexSubImage2D(...arguments)}catch(F){tt("WebGLState:",F)}}function Ge(){try{i.compressedTexSubImage3D(...arguments)}catch(F){tt("WebGLState:",F)}}function $e(){try{i.texStorage2D(...arguments)}catch(F){tt("WebGLState:",F)}}function C(){try{i.texStorage3D(...arguments)}catch(F){tt("WebGLState:",F)}}function v(){try{i.texImage2D(...arguments)}catch(F){tt("WebGLState:",F)}}function Y(){try{i.texImage3D(...arguments)}catch(F){tt("WebGLState:",F)}}function de(F){return d[F]!==void 0?d[F]:i.getParameter(F)}function le(F,ae){d[F]!==ae&&(i.pixelStorei(F,ae),d[F]=ae)}function ye(F){ne.equals(F)===!1&&(i.scissor(F.x,F.y,F.z,F.w),ne.copy(F))}function Se(F){_e.equals(F)===!1&&(i.viewport(F.x,F.y,F.z,F.w),_e.copy(F))}function ie(F,ae){let se=c.get(ae);se===void 0&&(se=new WeakMap,c.set(ae,se));let Ee=se.get(F);Ee===void 0&&(Ee=i.getUniformBlockIndex(ae,F.name),i.uniformBlockBinding(ae,Ee,Ee),se.set(F,Ee))}function re(F,ae,se){let xe=c.get(ae).get(F);l[xe]!==se&&(i.bindBufferBase(i.UNIFORM_BUFFER,xe,se),l[xe]=se)}function ge(){i.disable(i.BLEND),i.disable(i.CULL_FACE),i.disable(i.DEPTH_TEST),i.disable(i.POLYGON_OFFSET_FILL),i.disable(i.SCISSOR_TEST),i.disable(i.STENCIL_TEST),i.disable(i.SAMPLE_ALPHA_TO_COVERAGE),i.blendEquation(i.FUNC_ADD),i.blendFunc(i.ONE,i.ZERO),i.blendFuncSeparate(i.ONE,i.ZERO,i.ONE,i.ZERO),i.blendColor(0,0,0,0),i.colorMask(!0,!0,!0,!0),i.clearColor(0,0,0,0),i.depthMask(!0),i.depthFunc(i.LESS),o.setReversed(!1),i.clearDepth(1),i.stencilMask(4294967295),i.stencilFunc(i.ALWAYS,0,4294967295),i.stencilOp(i.KEEP,i.KEEP,i.KEEP),i.clearStencil(0),i.cullFace(i.BACK),i.frontFace(i.CCW),i.polygonOffset(0,0),i.activeTexture(i.TEXTURE0),i.bindFramebuffer(i.FRAMEBUFFER,null),i.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),i.bindFramebuffer(i.READ_FRAMEBUFFER,null),i.useProgram(null),i.lineWidth(1),i.scissor(0,0,i.canvas.width,i.canvas.height),i.viewport(0,0,i.canvas.width,i.canvas.height),i.pixelStorei(i.PACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,!1),i.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),i.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,i.BROWSER_DEFAULT_WEBGL),i.pixelStorei(i.PACK_ROW_LENGTH,0),i.pixelStorei(i.PACK_SKIP_PIXELS,0),i.pixelStorei(i.PACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_ROW_LENGTH,0),i.pixelStorei(i.UNPACK_IMAGE_HEIGHT,0),i.pixelStorei(i.UNPACK_SKIP_PIXELS,0),i.pixelStorei(i.UNPACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_SKIP_IMAGES,0),h={},d={},te=null,oe={},u={},l={},f=new WeakMap,g=[],S=null,m=!1,p=null,y=null,R=null,w=null,I=null,A=null,x=null,E=new _t(0,0,0),V=0,O=!1,U=null,G=null,X=null,N=null,q=null,ne.set(0,0,i.canvas.width,i.canvas.height),_e.set(0,0,i.canvas.width,i.canvas.height),r.reset(),o.reset(),a.reset()}return{buffers:{color:r,depth:o,stencil:a},enable:we,disable:qe,bindFramebuffer:ot,drawBuffers:We,useProgram:dt,setBlending:jt,setMaterial:Ht,setFlipSided:dn,setCullFace:Bt,setLineWidth:Rn,setPolygonOffset:At,setScissorTest:vn,activeTexture:nn,bindTexture:fn,unbindTexture:k,compressedTexImage2D:Ie,compressedTexImage3D:Je,texImage2D:v,texImage3D:Y,pixelStorei:le,getParameter:de,updateUBOMapping:ie,uniformBlockBinding:re,texStorage2D:$e,texStorage3D:C,texSubImage2D:at,texSubImage3D:Te,compressedTexSubImage2D:zt,compressedTexSubImage3D:Ge,scissor:ye,viewport:Se,reset:ge}}function ww(i,e,t,n,s,r,o){let a=e.has("WEBGL_multisampled_render_to_texture")?e.get("WEBGL_multisampled_render_to_texture"):null,l=typeof navigator>"u"?!1:/OculusBrowser/g.test(navigator.userAgent),c=new Ke,h=new WeakMap,d=new Set,u,f=new WeakMap,g=new Set,S=new FinalizationRegistry(C=>g.delete(C)),m=!1;try{m=typeof OffscreenCanvas<"u"&&new OffscreenCanvas(1,1).getContext("2d")!==null}catch{}function p(C,v){return m?new OffscreenCanvas(C,v):ma("canvas")}function y(C,v,Y){let de=1,le=$e(C);if((le.width>Y||le.height>Y)&&(de=Y/Math.max(le.width,le.height)),de<1)if(typeof HTMLImageElement<"u"&&C instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&C instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&C instanceof ImageBitmap||typeof VideoFrame<"u"&&C instanceof VideoFrame){let ye=Math.floor(de*le.width),Se=Math.floor(de*le.height);u===void 0&&(u=p(ye,Se));let ie=v?p(ye,Se):u;return ie.width=ye,ie.height=Se,ie.getContext("2d").drawImage(C,0,0,ye,Se),Ze("WebGLRenderer: Texture has been resized from ("+le.width+"x"+le.height+") to ("+ye+"x"+Se+")."),ie}else return"data"in C&&Ze("WebGLRenderer: Image in DataTexture is too big ("+le.width+"x"+le.height+")."),C;return C}function R(C){return C.generateMipmaps}function w(C){i.generateMipmap(C)}function I(C){return C.isWebGLCubeRenderTarget?i.TEXTURE_CUBE_MAP:C.isWebGL3DRenderTarget?i.TEXTURE_3D:C.isWebGLArrayRenderTarget||C.isCompressedArrayTexture?i.TEXTURE_2D_ARRAY:i.TEXTURE_2D}function A(C,v,Y,de,le,ye=!1){if(C!==null){if(i[C]!==void 0)return i[C];Ze("WebGLRenderer: Attempt to use non-existing WebGL internal format '"+C+"'")}let Se;de&&(Se=e.get("EXT_texture_norm16"),Se||Ze("WebGLRenderer: Unable to use normalized textures without EXT_texture_norm16 extension"));let ie=v;if(v===i.RED&&(Y===i.FLOAT&&(ie=i.R32F),Y===i.HALF_FLOAT&&(ie=i.R16F),Y===i.UNSIGNED_BYTE&&(ie=i.R8),Y===i.UNSIGNED_SHORT&&Se&&(ie=Se.R16_EXT),Y===i.SHORT&&Se&&(ie=Se.R16_SNORM_EXT)),v===i.RED_INTEGER&&(Y===i.UNSIGNED_BYTE&&(ie=i.R8UI),Y===i.UNSIGNED_SHORT&&(ie=i.R16UI),Y===i.UNSIGNED_INT&&(ie=i.R32UI),Y===i.BYTE&&(ie=i.R8I),Y===i.SHORT&&(ie=i.R16I),Y===i.INT&&(ie=i.R32I)),v===i.RG&&(Y===i.FLOAT&&(ie=i.RG32F),Y===i.HALF_FLOAT&&(ie=i.RG16F),Y===i.UNSIGNED_BYTE&&(ie=i.RG8),Y===i.UNSIGNED_SHORT&&Se&&(ie=Se.RG16_EXT),Y===i.SHORT&&Se&&(ie=Se.RG16_SNORM_EXT)),v===i.RG_INTEGER&&(Y===i.UNSIGNED_BYTE&&(ie=i.RG8UI),Y===i.UNSIGNED_SHORT&&(ie=i.RG16UI),Y===i.UNSIGNED_INT&&(ie=i.RG32UI),Y===i.BYTE&&(ie=i.RG8I),Y===i.SHORT&&(ie=i.RG16I),Y===i.INT&&(ie=i.RG32I)),v===i.RGB_INTEGER&&(Y===i.UNSIGNED_BYTE&&(ie=i.RGB8UI),Y===i.UNSIGNED_SHORT&&(ie=i.RGB16UI),Y===i.UNSIGNED_INT&&(ie=i.RGB32UI),Y===i.BYTE&&(ie=i.RGB8I),Y===i.SHORT&&(ie=i.RGB16I),Y===i.INT&&(ie=i.RGB32I)),v===i.RGBA_INTEGER&&(Y===i.UNSIGNED_BYTE&&(ie=i.RGBA8UI),Y===i.UNSIGNED_SHORT&&(ie=i.RGBA16UI),Y===i.UNSIGNED_INT&&(ie=i.RGBA32UI),Y===i.BYTE&&(ie=i.RGBA8I),Y===i.SHORT&&(ie=i.RGBA16I),Y===i.INT&&(ie=i.RGBA32I)),v===i.RGB&&(Y===i.UNSIGNED_SHORT&&Se&&(ie=Se.RGB16_EXT),Y===i.SHORT&&Se&&(ie=Se.RGB16_SNORM_EXT),Y===i.UNSIGNED_INT_5_9_9_9_REV&&(ie=i.RGB9_E5),Y===i.UNSIGNED_INT_10F_11F_11F_REV&&(ie=i.R11F_G11F_B10F)),v===i.RGBA){let re=ye?pa:bt.getTransfer(le);Y===i.FLOAT&&(ie=i.RGBA32F),Y===i.HALF_FLOAT&&(ie=i.RGBA16F),Y===i.UNSIGNED_BYTE&&(ie=re===Dt?i.SRGB8_ALPHA8:i.RGBA8),Y===i.UNSIGNED_SHORT&&Se&&(ie=Se.RGBA16_EXT),Y===i.SHORT&&Se&&(ie=Se.RGBA16_SNORM_EXT),Y===i.UNSIGNED_SHORT_4_4_4_4&&(ie=i.RGBA4),Y===i.UNSIGNED_SHORT_5_5_5_1&&(ie=i.RGB5_A1)}return(ie===i.R16F||ie===i.R32F||ie===i.RG16F||ie===i.RG32F||ie===i.RGBA16F||ie===i.RGBA32F)&&e.get("EXT_color_buffer_float"),ie}function x(C,v){let Y;return C?v===null||v===Hi||v===yr?Y=i.DEPTH24_STENCIL8:v===Wi?Y=i.DEPTH32F_STENCIL8:v===Mo&&(Y=i.DEPTH24_STENCIL8,Ze("DepthTexture: 16 bit depth attachment is not supported with stencil. Using 24-bit attachment.")):v===null||v===Hi||v===yr?Y=i.DEPTH_COMPONENT24:v===Wi?Y=i.DEPTH_COMPONENT32F:v===Mo&&(Y=i.DEPTH_COMPONENT16),Y}function E(C,v){return R(C)===!0||C.isFramebufferTexture&&C.minFilter!==Un&&C.minFilter!==ei?Math.log2(Math.max(v.width,v.height))+1:C.mipmaps.length>0?C.mipmaps.length:C.isCompressedTexture&&Array.isArray(C.image)?v.mipmaps.length:1}function V(C){let v=new WeakRef(C);n.get(C).__ref=v,g.add(v),S.register(C,v,v)}function O(C){let v=n.get(C).__ref;v!==void 0&&(g.delete(v),S.unregister(v))}function U(C){X(C.target)}function G(C){N(C.target)}function X(C){C.removeEventListener("dispose",U),O(C),J(C),C.isVideoTexture&&h.delete(C),C.isHTMLTexture&&d.delete(C)}function N(C){C.removeEventListener("dispose",G),O(C),ue(C)}function q(){for(let C of g){let v=C.deref();v!==void 0&&(v.isRenderTarget===!0?N(v):X(v))}g.clear(),d.clear()}function J(C){let v=n.get(C);if(v.__webglInit===void 0)return;let Y=C.source,de=f.get(Y);if(de){let le=de[v.__cacheKey];le.usedTimes--,le.usedTimes===0&&W(C),Object.keys(de).length===0&&f.delete(Y)}n.remove(C)}function W(C){let v=n.get(C);i.deleteTexture(v.__webglTexture);let Y=C.source,de=f.get(Y);delete de[v.__cacheKey],o.memory.textures--}function ue(C){let v=n.get(C);v.__depthDisposeCallback&&v.__depthDisposeCallback();let Y=C.depthTexture;if(Y&&Y.renderTarget===C&&X(Y),C.isWebGLCubeRenderTarget)for(let le=0;le<6;le++){if(Array.isArray(v.__webglFramebuffer[le]))for(let ye=0;ye<v.__webglFramebuffer[le].length;ye++)i.deleteFramebuffer(v.__webglFramebuffer[le][ye]);else i.deleteFramebuffer(v.__webglFramebuffer[le]);v.__webglDepthbuffer&&i.deleteRenderbuffer(v.__webglDepthbuffer[le])}else{if(Array.isArray(v.__webglFramebuffer))for(let le=0;le<v.__webglFramebuffer.length;le++)i.deleteFramebuffer(v.__webglFramebuffer[le]);else i.deleteFramebuffer(v.__webglFramebuffer);if(v.__webglDepthbuffer&&i.deleteRenderbuffer(v.__webglDepthbuffer),v.__webglMultisampledFramebuffer&&i.deleteFramebuffer(v.__webglMultisampledFramebuffer),v.__webglColorRenderbuffer)for(let le=0;le<v.__webglColorRenderbuffer.length;le++)v.__webglColorRenderbuffer[le]&&i.deleteRenderbuffer(v.__webglColorRenderbuffer[le]);v.__webglDepthRenderbuffer&&i.deleteRenderbuffer(v.__webglDepthRenderbuffer)}let de=C.textures;for(let le=0,ye=de.length;le<ye;le++){let Se=n.get(de[le]);Se.__webglTexture&&(i.deleteTexture(Se.__webglTexture),o.memory.textures--),n.remove(de[le])}n.remove(C)}let Q=0;function te(){Q=0}function oe(){return Q}function pe(C){Q=C}function fe(){let C=Q;return C>=s.maxTextures&&Ze("WebGLTextures: Trying to use "+(C+1)+" texture units while this GPU supports only "+s.maxTextures),Q+=1,C}function ne(C){let v=[];return v.push(C.wrapS),v.push(C.wrapT),v.push(C.wrapR||0),v.push(C.magFilter),v.push(C.minFilter),v.push(C.anisotropy),v.push(C.internalFormat),v.push(C.format),v.push(C.type),v.push(C.generateMipmaps),v.push(C.mipmapsAutoUpdate),v.push(C.premultiplyAlpha),v.push(C.flipY),v.push(C.unpackAlignment),v.push(C.colorSpace),v.join()}function _e(C,v){let Y=n.get(C);if(C.isVideoTexture&&zt(C),C.isRenderTargetTexture===!1&&C.isExternalTexture!==!0&&C.version>0&&Y.__version!==C.version){let de=C.image;if(de===null)Ze("WebGLRenderer: Texture marked for update but no image data found.");else if(de.complete===!1)Ze("WebGLRenderer: Texture marked for update but image is incomplete");else{Ht(Y,C,v);return}}else C.isExternalTexture&&(Y.__webglTexture=C.sourceTexture?C.sourceTexture:null);t.bindTexture(i.TEXTURE_2D,Y.__webglTexture,i.TEXTURE0+v)}function ve(C,v){let Y=n.get(C);if(C.isRenderTargetTexture===!1&&C.version>0&&Y.__version!==C.version){Ht(Y,C,v);return}else C.isExternalTexture&&(Y.__webglTexture=C.sourceTexture?C.sourceTexture:null);t.bindTexture(i.TEXTURE_2D_ARRAY,Y.__webglTexture,i.TEXTURE0+v)}function Re(C,v){let Y=n.get(C);if(C.isRenderTargetTexture===!1&&C.version>0&&Y.__version!==C.version){Ht(Y,C,v);return}t.bindTexture(i.TEXTURE_3D,Y.__webglTexture,i.TEXTURE0+v)}function we(C,v){let Y=n.get(C);if(C.version>0&&Y.__version!==C.version){dn(Y,C,v);return}t.bindTexture(i.TEXTURE_CUBE_MAP,Y.__webglTexture,i.TEXTURE0+v)}let qe={[nc]:i.REPEAT,[rs]:i.CLAMP_TO_EDGE,[ic]:i.MIRRORED_REPEAT},ot={[Un]:i.NEAREST,[$m]:i.NEAREST_MIPMAP_NEAREST,[Oa]:i.NEAREST_MIPMAP_LINEAR,[ei]:i.LINEAR,[Dc]:i.LINEAR_MIPMAP_NEAREST,[Ps]:i.LINEAR_MIPMAP_LINEAR},We={[jm]:i.NEVER,[Td]:i.ALWAYS,[Qm]:i.LESS,[bd]:i.LEQUAL,[eg]:i.EQUAL,[wd]:i.GEQUAL,[tg]:i.GREATER,[ng]:i.NOTEQUAL};function dt(C,v){if(v.type===Wi&&e.has("OES_texture_float_linear")===!1&&(v.magFilter===ei||v.magFilter===Dc||v.magFilter===Oa||v.magFilter===Ps||v.minFilter===ei||v.minFilter===Dc||v.minFilter===Oa||v.minFilter===Ps)&&Ze("WebGLRenderer: Unable to use linear filtering with floating point textures. OES_texture_float_linear not supported on this device."),i.texParameteri(C,i.TEXTURE_WRAP_S,qe[v.wrapS]),i.texParameteri(C,i.TEXTURE_WRAP_T,qe[v.wrapT]),(C===i.TEXTURE_3D||C===i.TEXTURE_2D_ARRAY)&&i.texParameteri(C,i.TEXTURE_WRAP_R,qe[v.wrapR]),i.texParameteri(C,i.TEXTURE_MAG_FILTER,ot[v.magFilter]),i.texParameteri(C,i.TEXTURE_MIN_FILTER,ot[v.minFilter]),v.compareFunction&&(i.texParameteri(C,i.TEXTURE_COMPARE_MODE,i.COMPARE_REF_TO_TEXTURE),i.texParameteri(C,i.TEXTURE_COMPARE_FUNC,We[v.compareFunction])),e.has("EXT_texture_filter_anisotropic")===!0){if(v.magFilter===Un||v.minFilter!==Oa&&v.minFilter!==Ps||v.type===Wi&&e.has("OES_texture_float_linear")===!1)return;if(v.anisotropy>1||n.get(v).__currentAnisotropy){let Y=e.get("EXT_texture_filter_anisotropic");i.texParameterf(C,Y.TEXTURE_MAX_ANISOTROPY_EXT,Math.min(v.anisotropy,s.getMaxAnisotropy())),n.get(v).__currentAnisotropy=v.anisotropy}}}function ct(C,v){let Y=!1;C.__webglInit===void 0&&(C.__webglInit=!0,v.addEventListener("dispose",U),V(v));let de=v.source,le=f.get(de);le===void 0&&(le={},f.set(de,le));let ye=ne(v);if(ye!==C.__cacheKey){le[ye]===void 0&&(le[ye]={texture:i.createTexture(),usedTimes:0},o.memory.textures++,Y=!0),le[ye].usedTimes++;let Se=le[C.__cacheKey];Se!==void 0&&(le[C.__cacheKey].usedTimes--,Se.usedTimes===0&&W(v)),C.__cacheKey=ye,C.__webglTexture=le[ye].texture}return Y}function st(C,v,Y){return Math.floor(Math.floor(C/Y)/v)}function jt(C,v,Y,de){let ye=C.updateRanges;if(ye.length===0)t.texSubImage2D(i.TEXTURE_2D,0,0,0,v.width,v.height,Y,de,v.data);else{ye.sort((F,ae)=>F.start-ae.start);let Se=0;for(let F=1;F<ye.length;F++){let ae=ye[Se],se=ye[F],Ee=ae.start+ae.count,xe=st(se.start,v.width,4),be=st(ae.start,v.width,4);se.start<=Ee+1&&xe===be&&st(se.start+se.count-1,v.width,4)===xe?ae.count=Math.max(ae.count,se.start+se.count-ae.start):(++Se,ye[Se]=se)}ye.length=Se+1;let ie=t.getParameter(i.UNPACK_ROW_LENGTH),re=t.getParameter(i.UNPACK_SKIP_PIXELS),ge=t.getParameter(i.UNPACK_SKIP_ROWS);t.pixelStorei(i.UNPACK_ROW_LENGTH,v.width);for(let F=0,ae=ye.length;F<ae;F++){let se=ye[F],Ee=Math.floor(se.start/4),xe=Math.ceil(se.count/4),be=Ee%v.width,Xe=Math.floor(Ee/v.width),Qe=xe,he=1;t.pixelStorei(i.UNPACK_SKIP_PIXELS,be),t.pixelStorei(i.UNPACK_SKIP_ROWS,Xe),t.texSubImage2D(i.TEXTURE_2D,0,be,Xe,Qe,he,Y,de,v.data)}C.clearUpdateRanges(),t.pixelStorei(i.UNPACK_ROW_LENGTH,ie),t.pixelStorei(i.UNPACK_SKIP_PIXELS,re),t.pixelStorei(i.UNPACK_SKIP_ROWS,ge)}}function Ht(C,v,Y){let de=i.TEXTURE_2D;(v.isDataArrayTexture||v.isCompressedArrayTexture)&&(de=i.TEXTURE_2D_ARRAY),v.isData3DTexture&&(de=i.TEXTURE_3D);let le=ct(C,v),ye=v.source;t.bindTexture(de,C.__webglTexture,i.TEXTURE0+Y);let Se=n.get(ye);if(ye.version!==Se.__version||le===!0){if(t.activeTexture(i.TEXTURE0+Y),(typeof ImageBitmap<"u"&&v.image instanceof ImageBitmap)===!1){let he=bt.getPrimaries(bt.workingColorSpace),ke=v.colorSpace===Ls?null:bt.getPrimaries(v.colorSpace),et=v.colorSpace===Ls||he===ke?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,v.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,v.premultiplyAlpha),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,et)}t.pixelStorei(i.UNPACK_ALIGNMENT,v.unpackAlignment);let re=y(v.image,!1,s.maxTextureSize);re=Ge(v,re);let ge=r.convert(v.format,v.colorSpace),F=r.convert(v.type),ae=A(v.internalFormat,ge,F,v.normalized,v.colorSpace,v.isVideoTexture);dt(de,v);let se,Ee=v.mipmaps,xe=v.isVideoTexture!==!0,be=Se.__version===void 0||le===!0,Xe=ye.dataReady,Qe=E(v,re);if(v.isDepthTexture)ae=x(v.format===Is,v.type),be&&(xe?t.texStorage2D(i.TEXTURE_2D,1,ae,re.width,re.height):t.texImage2D(i.TEXTURE_2D,0,ae,re.width,re.height,0,ge,F,null));else if(v.isDataTexture)if(Ee.length>0){xe&&be&&t.texStorage2D(i.TEXTURE_2D,Qe,ae,Ee[0].width,Ee[0].height);for(let he=0,ke=Ee.length;he<ke;he++)se=Ee[he],xe?Xe&&t.texSubImage2D(i.TEXTURE_2D,he,0,0,se.width,se.height,ge,F,se.data):t.texImage2D(i.TEXTURE_2D,he,ae,se.width,se.height,0,ge,F,se.data);v.generateMipmaps=!1}else xe?(be&&t.texStorage2D(i.TEXTURE_2D,Qe,ae,re.width,re.height),Xe&&jt(v,re,ge,F)):t.texImage2D(i.TEXTURE_2D,0,ae,re.width,re.height,0,ge,F,re.data);else if(v.isCompressedTexture)if(v.isCompressedArrayTexture){xe&&be&&t.texStorage3D(i.TEXTURE_2D_ARRAY,Qe,ae,Ee[0].width,Ee[0].height,re.depth);for(let he=0,ke=Ee.length;he<ke;he++)if(se=Ee[he],v.format!==qi)if(ge!==null)if(xe){if(Xe)if(v.layerUpdates.size>0){let et=Ud(se.width,se.height,v.format,v.type);for(let Pe of v.layerUpdates){let lt=se.data.subarray(Pe*et/se.data.BYTES_PER_ELEMENT,(Pe+1)*et/se.data.BYTES_PER_ELEMENT);t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,he,0,0,Pe,se.width,se.height,1,ge,lt)}}else t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,he,0,0,0,se.width,se.height,re.depth,ge,se.data)}else t.compressedTexImage3D(i.TEXTURE_2D_ARRAY,he,ae,se.width,se.height,re.depth,0,se.data,0,0);else Ze("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()");else xe?Xe&&t.texSubImage3D(i.TEXTURE_2D_ARRAY,he,0,0,0,se.width,se.height,re.depth,ge,F,se.data):t.texImage3D(i.TEXTURE_2D_ARRAY,he,ae,se.width,se.height,re.depth,0,ge,F,se.data);v.layerUpdates.size>0&&v.clearLayerUpdates()}else{xe&&be&&t.texStorage2D(i.TEXTURE_2D,Qe,ae,Ee[0].width,Ee[0].height);for(let he=0,ke=Ee.length;he<ke;he++)se=Ee[he],v.format!==qi?ge!==null?xe?Xe&&t.compressedTexSubImage2D(i.TEXTURE_2D,he,0,0,se.width,se.height,ge,se.data):t.compressedTexImage2D(i.TEXTURE_2D,he,ae,se.width,se.height,0,se.data):Ze("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()"):xe?Xe&&t.texSubImage2D(i.TEXTURE_2D,he,0,0,se.width,se.height,ge,F,se.data):t.texImage2D(i.TEXTURE_2D,he,ae,se.width,se.height,0,ge,F,se.data)}else if(v.isDataArrayTexture)if(xe){if(be&&t.texStorage3D(i.TEXTURE_2D_ARRAY,Qe,ae,re.width,re.height,re.depth),Xe)if(v.layerUpdates.size>0){let he=Ud(re.width,re.height,v.format,v.type);for(let ke of v.layerUpdates){let et=re.data.subarray(ke*he/re.data.BYTES_PER_ELEMENT,(ke+1)*he/re.data.BYTES_PER_ELEMENT);t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,ke,re.width,re.height,1,ge,F,et)}v.clearLayerUpdates()}else t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,0,re.width,re.height,re.depth,ge,F,re.data)}else t.texImage3D(i.TEXTURE_2D_ARRAY,0,ae,re.width,re.height,re.depth,0,ge,F,re.data);else if(v.isData3DTexture)xe?(be&&t.texStorage3D(i.TEXTURE_3D,Qe,ae,re.width,re.height,re.depth),Xe&&t.texSubImage3D(i.TEXTURE_3D,0,0,0,0,re.width,re.height,re.depth,ge,F,re.data)):t.texImage3D(i.TEXTURE_3D,0,ae,re.width,re.height,re.depth,0,ge,F,re.data);else if(v.isFramebufferTexture){if(be)if(xe)t.texStorage2D(i.TEXTURE_2D,Qe,ae,re.width,re.height);else{let he=re.width,ke=re.height;for(let et=0;et<Qe;et++)t.texImage2D(i.TEXTURE_2D,et,ae,he,ke,0,ge,F,null),he>>=1,ke>>=1}}else if(v.isHTMLTexture){if("texElementImage2D"in i){let he=i.canvas;if(he.hasAttribute("layoutsubtree")||he.setAttribute("layoutsubtree","true"),re.parentNode!==he){he.appendChild(re),d.add(v),he.onpaint=ke=>{let et=ke.changedElements;for(let Pe of d)et.includes(Pe.image)&&(Pe.needsUpdate=!0)},he.requestPaint();return}if(i.texElementImage2D.length===3)i.texElementImage2D(i.TEXTURE_2D,i.RGBA8,re);else{let et=i.RGBA,Pe=i.RGBA,lt=i.UNSIGNED_BYTE;i.texElementImage2D(i.TEXTURE_2D,0,et,Pe,lt,re)}i.texParameteri(i.TEXTURE_2D,i.TEXTURE_MIN_FILTER,i.LINEAR),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_S,i.CLAMP_TO_EDGE),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_T,i.CLAMP_TO_EDGE)}}else if(Ee.length>0){if(xe&&be){let he=$e(Ee[0]);t.texStorage2D(i.TEXTURE_2D,Qe,ae,he.width,he.height)}for(let he=0,ke=Ee.length;he<ke;he++)se=Ee[he],xe?Xe&&t.texSubImage2D(i.TEXTURE_2D,he,0,0,ge,F,se):t.texImage2D(i.TEXTURE_2D,he,ae,ge,F,se);v.generateMipmaps=!1}else if(xe){if(be){let he=$e(re);t.texStorage2D(i.TEXTURE_2D,Qe,ae,he.width,he.height)}Xe&&t.texSubImage2D(i.TEXTURE_2D,0,0,0,ge,F,re)}else t.texImage2D(i.TEXTURE_2D,0,ae,ge,F,re);R(v)&&v.mipmapsAutoUpdate===!0&&w(de),Se.__version=ye.version,v.onUpdate&&v.onUpdate(v)}C.__version=v.version}function dn(C,v,Y){if(v.image.length!==6)return;let de=ct(C,v),le=v.source;t.bindTexture(i.TEXTURE_CUBE_MAP,C.__webglTexture,i.TEXTURE0+Y);let ye=n.get(le);if(le.version!==ye.__version||de===!0){t.activeTexture(i.TEXTURE0+Y);let Se=bt.getPrimaries(bt.workingColorSpace),ie=v.colorSpace===Ls?null:bt.getPrimaries(v.colorSpace),re=v.colorSpace===Ls||Se===ie?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,v.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,v.premultiplyAlpha),t.pixelStorei(i.UNPACK_ALIGNMENT,v.unpackAlignment),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,re);let ge=v.isCompressedTexture||v.image[0].isCompressedTexture,F=v.image[0]&&v.image[0].isDataTexture,ae=[];for(let Pe=0;Pe<6;Pe++)!ge&&!F?ae[Pe]=y(v.image[Pe],!0,s.maxCubemapSize):ae[Pe]=F?v.image[Pe].image:v.image[Pe],ae[Pe]=Ge(v,ae[Pe]);let se=ae[0],Ee=r.convert(v.format,v.colorSpace),xe=r.convert(v.type),be=A(v.internalFormat,Ee,xe,v.normalized,v.colorSpace),Xe=v.isVideoTexture!==!0,Qe=ye.__version===void 0||de===!0,he=le.dataReady,ke=E(v,se);dt(i.TEXTURE_CUBE_MAP,v);let et;if(v.isDepthTexture){if(be=x(v.format===Is,v.type),Qe)if(Xe)t.texStorage2D(i.TEXTURE_CUBE_MAP,1,be,se.width,se.height);else for(let Pe=0;Pe<6;Pe++)t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,0,be,se.width,se.height,0,Ee,xe,null)}else if(ge){Xe&&Qe&&t.texStorage2D(i.TEXTURE_CUBE_MAP,ke,be,se.width,se.height);for(let Pe=0;Pe<6;Pe++){et=ae[Pe].mipmaps;for(let lt=0;lt<et.length;lt++){let Xt=et[lt];v.format!==qi?Ee!==null?Xe?he&&t.compressedTexSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,lt,0,0,Xt.width,Xt.height,Ee,Xt.data):t.compressedTexImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,lt,be,Xt.width,Xt.height,0,Xt.data):Ze("WebGLRenderer: Attempt to load unsupported compressed texture format in .setTextureCube()"):Xe?he&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,lt,0,0,Xt.width,Xt.height,Ee,xe,Xt.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,lt,be,Xt.width,Xt.height,0,Ee,xe,Xt.data)}}}else{if(et=v.mipmaps,Xe&&Qe){et.length>0&&ke++;let Pe=$e(ae[0]);t.texStorage2D(i.TEXTURE_CUBE_MAP,ke,be,Pe.width,Pe.height)}for(let Pe=0;Pe<6;Pe++)if(F){Xe?he&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,0,0,0,ae[Pe].width,ae[Pe].height,Ee,xe,ae[Pe].data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,0,be,ae[Pe].width,ae[Pe].height,0,Ee,xe,ae[Pe].data);for(let lt=0;lt<et.length;lt++){let Yn=et[lt].image[Pe].image;Xe?he&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,lt+1,0,0,Yn.width,Yn.height,Ee,xe,Yn.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,lt+1,be,Yn.width,Yn.height,0,Ee,xe,Yn.data)}}else{Xe?he&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,0,0,0,Ee,xe,ae[Pe]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,0,be,Ee,xe,ae[Pe]);for(let lt=0;lt<et.length;lt++){let Xt=et[lt];Xe?he&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,lt+1,0,0,Ee,xe,Xt.image[Pe]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,lt+1,be,Ee,xe,Xt.image[Pe])}}}R(v)&&v.mipmapsAutoUpdate===!0&&w(i.TEXTURE_CUBE_MAP),ye.__version=le.version,v.onUpdate&&v.onUpdate(v)}C.__version=v.version}function Bt(C,v,Y,de,le,ye){let Se=r.convert(Y.format,Y.colorSpace),ie=r.convert(Y.type),re=A(Y.internalFormat,Se,ie,Y.normalized,Y.colorSpace),ge=n.get(v),F=n.get(Y);if(F.__renderTarget=v,!ge.__hasExternalTextures){let ae=Math.max(1,v.width>>ye),se=Math.max(1,v.height>>ye);le===i.TEXTURE_3D||le===i.TEXTURE_2D_ARRAY?t.texImage3D(le,ye,re,ae,se,v.depth,0,Se,ie,null):t.texImage2D(le,ye,re,ae,se,0,Se,ie,null)}t.bindFramebuffer(i.FRAMEBUFFER,C),Te(v)?a.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,de,le,F.__webglTexture,0,at(v)):(le===i.TEXTURE_2D||le>=i.TEXTURE_CUBE_MAP_POSITIVE_X&&le<=i.TEXTURE_CUBE_MAP_NEGATIVE_Z)&&i.framebufferTexture2D(i.FRAMEBUFFER,de,le,F.__webglTexture,ye),t.bindFramebuffer(i.FRAMEBUFFER,null)}function Rn(C,v,Y){if(i.bindRenderbuffer(i.RENDERBUFFER,C),v.depthBuffer){let de=v.depthTexture,le=de&&de.isDepthTexture?de.type:null,ye=x(v.stencilBuffer,le),Se=v.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;Te(v)?a.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,at(v),ye,v.width,v.height):Y?i.renderbufferStorageMultisample(i.RENDERBUFFER,at(v),ye,v.width,v.height):i.renderbufferStorage(i.RENDERBUFFER,ye,v.width,v.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,Se,i.RENDERBUFFER,C)}else{let de=v.textures;for(let le=0;le<de.length;le++){let ye=de[le],Se=r.convert(ye.format,ye.colorSpace),ie=r.convert(ye.type),re=A(ye.internalFormat,Se,ie,ye.normalized,ye.colorSpace);Te(v)?a.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,at(v),re,v.width,v.height):Y?i.renderbufferStorageMultisample(i.RENDERBUFFER,at(v),re,v.width,v.height):i.renderbufferStorage(i.RENDERBUFFER,re,v.width,v.height)}}i.bindRenderbuffer(i.RENDERBUFFER,null)}function At(C,v,Y){let de=v.isWebGLCubeRenderTarget===!0;if(t.bindFramebuffer(i.FRAMEBUFFER,C),!(v.depthTexture&&v.depthTexture.isDepthTexture))throw new Error("THREE.WebGLTextures: renderTarget.depthTexture must be an instance of THREE.DepthTexture.");let le=n.get(v.depthTexture);le.__renderTarget=v;let ye=de?v.depthTexture.image[0]:v.depthTexture.image;(!le.__webglTexture||ye.width!==v.width||ye.height!==v.height)&&(ye.width=v.width,ye.height=v.height,v.depthTexture.needsUpdate=!0),de?we(v.depthTexture,0):_e(v.depthTexture,0);let Se=le.__webglTexture,ie=at(v),re=de?i.TEXTURE_CUBE_MAP_POSITIVE_X+Y:i.TEXTURE_2D,ge=v.depthTexture.format===Is?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;if(v.depthTexture.format===Ts)Te(v)?a.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,ge,re,Se,0,ie):i.framebufferTexture2D(i.FRAMEBUFFER,ge,re,Se,0);else if(v.depthTexture.format===Is)Te(v)?a.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,ge,re,Se,0,ie):i.framebufferTexture2D(i.FRAMEBUFFER,ge,re,Se,0);else throw new Error("THREE.WebGLTextures: Unknown depthTexture format.")}function vn(C){let v=n.get(C),Y=C.isWebGLCubeRenderTarget===!0;if(v.__boundDepthTexture!==C.depthTexture){let de=C.depthTexture;if(v.__depthDisposeCallback&&v.__depthDisposeCallback(),de){let le=()=>{delete v.__boundDepthTexture,delete v.__depthDisposeCallback,de.removeEventListener("dispose",le)};de.addEventListener("dispose",le),v.__depthDisposeCallback=le}v.__boundDepthTexture=de}if(C.depthTexture&&!v.__autoAllocateDepthBuffer)if(Y)for(let de=0;de<6;de++)At(v.__webglFramebuffer[de],C,de);else C.texture.mipmaps.length>0?At(v.__webglFramebuffer[0],C,0):At(v.__webglFramebuffer,C,0);else if(Y){v.__webglDepthbuffer=[];for(let de=0;de<6;de++)if(t.bindFramebuffer(i.FRAMEBUFFER,v.__webglFramebuffer[de]),v.__webglDepthbuffer[de]===void 0)v.__webglDepthbuffer[de]=i.createRenderbuffer(),Rn(v.__webglDepthbuffer[de],C,!1);else{let le=C.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,ye=v.__webglDepthbuffer[de];i.bindRenderbuffer(i.RENDERBUFFER,ye),i.framebufferRenderbuffer(i.FRAMEBUFFER,le,i.RENDERBUFFER,ye)}}else if(C.texture.mipmaps.length>0?t.bindFramebuffer(i.FRAMEBUFFER,v.__webglFramebuffer[0]):t.bindFramebuffer(i.FRAMEBUFFER,v.__webglFramebuffer),v.__webglDepthbuffer===void 0)v.__webglDepthbuffer=i.createRenderbuffer(),Rn(v.__webglDepthbuffer,C,!1);else{let le=C.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,ye=v.__webglDepthbuffer;i.bindRenderbuffer(i.RENDERBUFFER,ye),i.framebufferRenderbuffer(i.FRAMEBUFFER,le,i.RENDERBUFFER,ye)}t.bindFramebuffer(i.FRAMEBUFFER,null)}function nn(C,v,Y){let de=n.get(C);v!==void 0&&Bt(de.__webglFramebuffer,C,C.texture,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,0),Y!==void 0&&vn(C)}function fn(C){let v=C.texture,Y=n.get(C),de=n.get(v);C.addEventListener("dispose",G),V(C);let le=C.textures,ye=C.isWebGLCubeRenderTarget===!0,Se=le.length>1;if(Se||(de.__webglTexture===void 0&&(de.__webglTexture=i.createTexture()),de.__version=v.version,o.memory.textures++),ye){Y.__webglFramebuffer=[];for(let ie=0;ie<6;ie++)if(v.mipmaps.length>0){Y.__webglFramebuffer[ie]=[];for(let re=0;re<v.mipmaps.length;re++)Y.__webglFramebuffer[ie][re]=i.createFramebuffer()}else Y.__webglFramebuffer[ie]=i.createFramebuffer()}else{if(v.mipmaps.length>0){Y.__webglFramebuffer=[];for(let ie=0;ie<v.mipmaps.length;ie++)Y.__webglFramebuffer[ie]=i.createFramebuffer()}else Y.__webglFramebuffer=i.createFramebuffer();if(Se)for(let ie=0,re=le.length;ie<re;ie++){let ge=n.get(le[ie]);ge.__webglTexture===void 0&&(ge.__webglTexture=i.createTexture(),o.memory.textures++)}if(C.samples>0&&Te(C)===!1){Y.__webglMultisampledFramebuffer=i.createFramebuffer(),Y.__webglColorRenderbuffer=[],t.bindFramebuffer(i.FRAMEBUFFER,Y.__webglMultisampledFramebuffer);for(let ie=0;ie<le.length;ie++){let re=le[ie];Y.__webglColorRenderbuffer[ie]=i.createRenderbuffer(),i.bindRenderbuffer(i.RENDERBUFFER,Y.__webglColorRenderbuffer[ie]);let ge=r.convert(re.format,re.colorSpace),F=r.convert(re.type),ae=A(re.internalFormat,ge,F,re.normalized,re.colorSpace,C.isXRRenderTarget===!0),se=at(C);i.renderbufferStorageMultisample(i.RENDERBUFFER,se,ae,C.width,C.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+ie,i.RENDERBUFFER,Y.__webglColorRenderbuffer[ie])}i.bindRenderbuffer(i.RENDERBUFFER,null),C.depthBuffer&&(Y.__webglDepthRenderbuffer=i.createRenderbuffer(),Rn(Y.__webglDepthRenderbuffer,C,!0)),t.bindFramebuffer(i.FRAMEBUFFER,null)}}if(ye){t.bindTexture(i.TEXTURE_CUBE_MAP,de.__webglTexture),dt(i.TEXTURE_CUBE_MAP,v);for(let ie=0;ie<6;ie++)if(v.mipmaps.length>0)for(let re=0;re<v.mipmaps.length;re++)Bt(Y.__webglFramebuffer[ie][re],C,v,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+ie,re);else Bt(Y.__webglFramebuffer[ie],C,v,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+ie,0);R(v)?w(i.TEXTURE_CUBE_MAP):v.mipmaps.length>0&&i.texParameteri(i.TEXTURE_CUBE_MAP,i.TEXTURE_MAX_LEVEL,v.mipmaps.length-1),t.unbindTexture()}else if(Se){for(let ie=0,re=le.length;ie<re;ie++){let ge=le[ie],F=n.get(ge),ae=i.TEXTURE_2D;(C.isWebGL3DRenderTarget||C.isWebGLArrayRenderTarget)&&(ae=C.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(ae,F.__webglTexture),dt(ae,ge),Bt(Y.__webglFramebuffer,C,ge,i.COLOR_ATTACHMENT0+ie,ae,0),R(ge)&&w(ae)}t.unbindTexture()}else{let ie=i.TEXTURE_2D;if((C.isWebGL3DRenderTarget||C.isWebGLArrayRenderTarget)&&(ie=C.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(ie,de.__webglTexture),dt(ie,v),v.mipmaps.length>0)for(let re=0;re<v.mipmaps.length;re++)Bt(Y.__webglFramebuffer[re],C,v,i.COLOR_ATTACHMENT0,ie,re);else Bt(Y.__webglFramebuffer,C,v,i.COLOR_ATTACHMENT0,ie,0);R(v)?w(ie):v.mipmaps.length>0&&i.texParameteri(ie,i.TEXTURE_MAX_LEVEL,v.mipmaps.length-1),t.unbindTexture()}C.depthBuffer&&vn(C)}function k(C){let v=C.textures;for(let Y=0,de=v.length;Y<de;Y++){let le=v[Y];if(R(le)&&le.mipmapsAutoUpdate===!0){let ye=I(C),Se=n.get(le).__webglTexture;t.bindTexture(ye,Se),w(ye),t.unbindTexture()}}}let Ie=[];function Je(C){if(C.samples>0){if(Te(C)===!1){let v=C.textures,Y=C.width,de=C.height,le=i.COLOR_BUFFER_BIT,ye=C.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,Se=n.get(C),ie=v.length>1;if(ie)for(let ge=0;ge<v.length;ge++)t.bindFramebuffer(i.FRAMEBUFFER,Se.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+ge,i.RENDERBUFFER,null),t.bindFramebuffer(i.FRAMEBUFFER,Se.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+ge,i.TEXTURE_2D,null,0);t.bindFramebuffer(i.READ_FRAMEBUFFER,Se.__webglMultisampledFramebuffer),C.texture.mipmaps.length>0?t.bindFramebuffer(i.DRAW_FRAMEBUFFER,Se.__webglFramebuffer[0]):t.bindFramebuffer(i.DRAW_FRAMEBUFFER,Se.__webglFramebuffer);for(let ge=0;ge<v.length;ge++){if(C.resolveDepthBuffer&&(C.depthBuffer&&(le|=i.DEPTH_BUFFER_BIT),C.stencilBuffer&&C.resolveStencilBuffer&&(le|=i.STENCIL_BUFFER_BIT)),ie){i.framebufferRenderbuffer(i.READ_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.RENDERBUFFER,Se.__webglColorRenderbuffer[ge]);let F=n.get(v[ge]).__webglTexture;i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,F,0)}i.blitFramebuffer(0,0,Y,de,0,0,Y,de,le,i.NEAREST),l===!0&&(Ie.length=0,Ie.push(i.COLOR_ATTACHMENT0+ge),C.depthBuffer&&C.storeMultisampledDepthBuffer===!1&&Ie.push(ye),i.invalidateFramebuffer(i.READ_FRAMEBUFFER,Ie))}if(t.bindFramebuffer(i.READ_FRAMEBUFFER,null),t.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),ie)for(let ge=0;ge<v.length;ge++){t.bindFramebuffer(i.FRAMEBUFFER,Se.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+ge,i.RENDERBUFFER,Se.__webglColorRenderbuffer[ge]);let F=n.get(v[ge]).__webglTexture;t.bindFramebuffer(i.FRAMEBUFFER,Se.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+ge,i.TEXTURE_2D,F,0)}t.bindFramebuffer(i.DRAW_FRAMEBUFFER,Se.__webglMultisampledFramebuffer)}else if(C.depthBuffer&&C.storeMultisampledDepthBuffer===!1&&l){let v=C.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;i.invalidateFramebuffer(i.DRAW_FRAMEBUFFER,[v])}}}function at(C){return Math.min(s.maxSamples,C.samples)}function Te(C){let v=n.get(C);return C.samples>0&&e.has("WEBGL_multisampled_render_to_texture")===!0&&v.__useRenderToTexture!==!1}function zt(C){let v=o.render.frame;h.get(C)!==v&&(h.set(C,v),C.update())}function Ge(C,v){let Y=C.colorSpace,de=C.format,le=C.type;return C.isCompressedTexture===!0||C.isVideoTexture===!0||Y!==fa&&Y!==Ls&&(bt.getTransfer(Y)===Dt?(de!==qi||le!==ri)&&Ze("WebGLTextures: sRGB encoded textures have to use RGBAFormat and UnsignedByteType."):tt("WebGLTextures: Unsupported texture color space:",Y)),v}function $e(C){return typeof HTMLImageElement<"u"&&C instanceof HTMLImageElement?(c.width=C.naturalWidth||C.width,c.height=C.naturalHeight||C.height):typeof VideoFrame<"u"&&C instanceof VideoFrame?(c.width=C.displayWidth,c.height=C.displayHeight):(c.width=C.width,c.height=C.height),c}this.allocateTextureUnit=fe,this.resetTextureUnits=te,this.getTextureUnits=oe,this.setTextureUnits=pe,this.setTexture2D=_e,this.setTexture2DArray=ve,this.setTexture3D=Re,this.setTextureCube=we,this.rebindTextures=nn,this.setupRenderTarget=fn,this.updateRenderTargetMipmap=k,this.updateMultisampleRenderTarget=Je,this.setupDepthRenderbuffer=vn,this.setupFrameBufferTexture=Bt,this.useMultisampledRTT=Te,this.dispose=q}function Tw(i,e){function t(n,s=Ls){let r,o=bt.getTransfer(s);if(n===ri)return i.UNSIGNED_BYTE;if(n===Uc)return i.UNSIGNED_SHORT_4_4_4_4;if(n===Oc)return i.UNSIGNED_SHORT_5_5_5_1;if(n===xd)return i.UNSIGNED_INT_5_9_9_9_REV;if(n===yd)return i.UNSIGNED_INT_10F_11F_11F_REV;if(n===gd)return i.BYTE;if(n===_d)return i.SHORT;if(n===Mo)return i.UNSIGNED_SHORT;if(n===Nc)return i.INT;if(n===Hi)return i.UNSIGNED_INT;if(n===Wi)return i.FLOAT;if(n===Xi)return i.HALF_FLOAT;if(n===vd)return i.ALPHA;if(n===Sd)return i.RGB;if(n===qi)return i.RGBA;if(n===Ts)return i.DEPTH_COMPONENT;if(n===Is)return i.DEPTH_STENCIL;if(n===Md)return i.RED;if(n===Fc)return i.RED_INTEGER;if(n===nr)return i.RG;if(n===Bc)return i.RG_INTEGER;if(n===kc)return i.RGBA_INTEGER;if(n===Fa||n===Ba||n===ka||n===za)if(o===Dt)if(r=e.get("WEBGL_compressed_texture_s3tc_srgb"),r!==null){if(n===Fa)return r.COMPRESSED_SRGB_S3TC_DXT1_EXT;if(n===Ba)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT;if(n===ka)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT;if(n===za)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT}else return null;else if(r=e.get("WEBGL_compressed_texture_s3tc"),r!==null){if(n===Fa)return r.COMPRESSED_RGB_S3TC_DXT1_EXT;if(n===Ba)return r.COMPRESSED_RGBA_S3TC_DXT1_EXT;if(n===ka)return r.COMPRESSED_RGBA_S3TC_DXT3_EXT;if(n===za)return r.COMPRESSED_RGBA_S3TC_DXT5_EXT}else return null;if(n===zc||n===Vc||n===Gc||n===Hc)if(r=e.get("WEBGL_compressed_texture_pvrtc"),r!==null){if(n===zc)return r.COMPRESSED_RGB_PVRTC_4BPPV1_IMG;if(n===Vc)return r.COMPRESSED_RGB_PVRTC_2BPPV1_IMG;if(n===Gc)return r.COMPRESSED_RGBA_PVRTC_4BPPV1_IMG;if(n===Hc)return r.COMPRESSED_RGBA_PVRTC_2BPPV1_IMG}else return null;if(n===Wc||n===Xc||n===qc||n===Yc||n===$c||n===Va||n===Zc)if(r=e.get("WEBGL_compressed_texture_etc"),r!==null){if(n===Wc||n===Xc)return o===Dt?r.COMPRESSED_SRGB8_ETC2:r.COMPRESSED_RGB8_ETC2;if(n===qc)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC:r.COMPRESSED_RGBA8_ETC2_EAC;if(n===Yc)return r.COMPRESSED_R11_EAC;if(n===$c)return r.COMPRESSED_SIGNED_R11_EAC;if(n===Va)return r.COMPRESSED_RG11_EAC;if(n===Zc)return r.COMPRESSED_SIGNED_RG11_EAC}else return null;if(n===Jc||n===Kc||n===jc||n===Qc||n===eh||n===th||n===nh||n===ih||n===sh||n===rh||n===oh||n===ah||n===lh||n===ch)if(r=e.get("WEBGL_compressed_texture_astc"),r!==null){if(n===Jc)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR:r.COMPRESSED_RGBA_ASTC_4x4_KHR;if(n===Kc)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR:r.COMPRESSED_RGBA_ASTC_5x4_KHR;if(n===jc)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR:r.COMPRESSED_RGBA_ASTC_5x5_KHR;if(n===Qc)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR:r.COMPRESSED_RGBA_ASTC_6x5_KHR;if(n===eh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR:r.COMPRESSED_RGBA_ASTC_6x6_KHR;if(n===th)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR:r.COMPRESSED_RGBA_ASTC_8x5_KHR;if(n===nh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR:r.COMPRESSED_RGBA_ASTC_8x6_KHR;if(n===ih)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR:r.COMPRESSED_RGBA_ASTC_8x8_KHR;if(n===sh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x5_KHR:r.COMPRESSED_RGBA_ASTC_10x5_KHR;if(n===rh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x6_KHR:r.COMPRESSED_RGBA_ASTC_10x6_KHR;if(n===oh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x8_KHR:r.COMPRESSED_RGBA_ASTC_10x8_KHR;if(n===ah)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x10_KHR:r.COMPRESSED_RGBA_ASTC_10x10_KHR;if(n===lh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_12x10_KHR:r.COMPRESSED_RGBA_ASTC_12x10_KHR;if(n===ch)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR:r.COMPRESSED_RGBA_ASTC_12x12_KHR}else return null;if(n===hh||n===uh||n===dh)if(r=e.get("EXT_texture_compression_bptc"),r!==null){if(n===hh)return o===Dt?r.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT:r.COMPRESSED_RGBA_BPTC_UNORM_EXT;if(n===uh)return r.COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT;if(n===dh)return r.COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT}else return null;if(n===fh||n===ph||n===Ga||n===mh)if(r=e.get("EXT_texture_compression_rgtc"),r!==null){if(n===fh)return r.COMPRESSED_RED_RGTC1_EXT;if(n===ph)return r.COMPRESSED_SIGNED_RED_RGTC1_EXT;if(n===Ga)return r.COMPRESSED_RED_GREEN_RGTC2_EXT;if(n===mh)return r.COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT}else return null;return n===yr?i.UNSIGNED_INT_24_8:i[n]!==void 0?i[n]:null}return{convert:t}}var Ew=`
void main() {

	gl_Position = vec4( position, 1.0 );

}`,Aw=`
uniform sampler2DArray depthColor;
uniform float depthWidth;
uniform float depthHeight;

void main() {

	vec2 coord = vec2( gl_FragCoord.x / depthWidth, gl_FragCoord.y / depthHeight );

	if ( coord.x >= 1.0 ) {

		gl_FragDepth = texture( depthColor, vec3( coord.x - 1.0, coord.y, 1 ) ).r;

	} else {

		gl_FragDepth = texture( depthColor, vec3( coord.x, coord.y, 0 ) ).r;

	}

}`,Wd=class{constructor(){this.texture=null,this.mesh=null,this.depthNear=0,this.depthFar=0}init(e,t){if(this.texture===null){let n=new ba(e.texture);(e.depthNear!==t.depthNear||e.depthFar!==t.depthFar)&&(this.depthNear=e.depthNear,this.depthFar=e.depthFar),this.texture=n}}getMesh(e){if(this.texture!==null&&this.mesh===null){let t=e.cameras[0].viewport,n=new ls({vertexShader:Ew,fragmentShader:Aw,uniforms:{depthColor:{value:this.texture},depthWidth:{value:t.z},depthHeight:{value:t.w}}});this.mesh=new vi(new Ta(20,20),n)}return this.mesh}reset(){this.texture=null,this.mesh=null}getDepthTexture(){return this.texture}},Xd=class extends Gi{constructor(e,t){super();let n=this,s=null,r=1,o=null,a="local-floor",l=1,c=null,h=null,d=null,u=null,f=null,g=null,S=typeof XRWebGLBinding<"u",m=new Wd,p={},y=t.getContextAttributes(),R=null,w=null,I=[],A=[],x=new Ke,E=null,V=null,O=new Qn;O.viewport=new en;let U=new Qn;U.viewport=new en;let G=[O,U],X=new Rc,N=null,q=null;this.cameraAutoUpdate=!0,this.enabled=!1,this.isPresenting=!1,this.getController=function(ne){let _e=I[ne];return _e===void 0&&(_e=new po,I[ne]=_e),_e.getTargetRaySpace()},this.getControllerGrip=function(ne){let _e=I[ne];return _e===void 0&&(_e=new po,I[ne]=_e),_e.getGripSpace()},this.getHand=function(ne){let _e=I[ne];return _e===void 0&&(_e=new po,I[ne]=_e),_e.getHandSpace()};function J(ne){let _e=A.indexOf(ne.inputSource);if(_e===-1)return;let ve=I[_e];ve!==void 0&&(ve.update(ne.inputSource,ne.frame,c||o),ve.dispatchEvent({type:ne.type,data:ne.inputSource}))}function W(){s.removeEventListener("select",J),s.removeEventListener("selectstart",J),s.removeEventListener("selectend",J),s.removeEventListener("squeeze",J),s.removeEventListener("squeezestart",J),s.removeEventListener("squeezeend",J),s.removeEventListener("end",W),s.removeEventListener("inputsourceschange",ue);for(let ne=0;ne<I.length;ne++){let _e=A[ne];_e!==null&&(A[ne]=null,I[ne].disconnect(_e))}N=null,q=null,m.reset();for(let ne in p)delete p[ne];if(e.setRenderTarget(R),f=null,u=null,d=null,s=null,w=null,fe.stop(),n.isPresenting=!1,e.setPixelRatio(E),e.setSize(x.width,x.height,!1),V!==null){let ne=V.camera;ne.fov=V.fov,ne.zoom=V.zoom,ne.updateProjectionMatrix(),V=null}n.dispatchEvent({type:"sessionend"})}this.setFramebufferScaleFactor=function(ne){r=ne,n.isPresenting===!0&&Ze("WebXRManager: Cannot change framebuffer scale while presenting.")},this.setReferenceSpaceType=function(ne){a=ne,n.isPresenting===!0&&Ze("WebXRManager: Cannot change reference space type while presenting.")},this.getReferenceSpace=function(){return c||o},this.setReferenceSpace=function(ne){c=ne},this.getBaseLayer=function(){return u!==null?u:f},this.getBinding=function(){return d===null&&S&&(d=new XRWebGLBinding(s,t)),d},this.getFrame=function(){return g},this.getSession=function(){return s},this.setSession=async function(ne){if(s=ne,s!==null){if(R=e.getRenderTarget(),s.addEventListener("select",J),s.addEventListener("selectstart",J),s.addEventListener("selectend",J),s.addEventListener("squeeze",J),s.addEventListener("squeezestart",J),s.addEventListener("squeezeend",J),s.addEventListener("end",W),s.addEventListener("inputsourceschange",ue),y.xrCompatible!==!0&&await t.makeXRCompatible(),E=e.getPixelRatio(),e.getSize(x),S&&"createProjectionLayer"in XRWebGLBinding.prototype){let ve=null,Re=null,we=null;y.depth&&(we=y.stencil?t.DEPTH24_STENCIL8:t.DEPTH_COMPONENT24,ve=y.stencil?Is:Ts,Re=y.stencil?yr:Hi);let qe={colorFormat:t.RGBA8,depthFormat:we,scaleFactor:r};d=this.getBinding(),u=d.createProjectionLayer(qe),s.updateRenderState({layers:[u]}),e.setPixelRatio(1),e.setSize(u.textureWidth,u.textureHeight,!1),w=new xi(u.textureWidth,u.textureHeight,{format:qi,type:ri,depthTexture:new Rs(u.textureWidth,u.textureHeight,Re,void 0,void 0,void 0,void 0,void 0,void 0,ve),stencilBuffer:y.stencil,colorSpace:e.outputColorSpace,samples:y.antialias?4:0,resolveDepthBuffer:u.ignoreDepthValues===!1,resolveStencilBuffer:u.ignoreDepthValues===!1,storeMultisampledDepthBuffer:u.ignoreDepthValues===!1,storeMultisampledStencilBuffer:u.ignoreDepthValues===!1})}else{let ve={antialias:y.antialias,alpha:!0,depth:y.depth,stencil:y.stencil,framebufferScaleFactor:r};f=new XRWebGLLayer(s,t,ve),s.updateRenderState({baseLayer:f}),e.setPixelRatio(1),e.setSize(f.framebufferWidth,f.framebufferHeight,!1),w=new xi(f.framebufferWidth,f.framebufferHeight,{format:qi,type:ri,colorSpace:e.outputColorSpace,stencilBuffer:y.stencil,resolveDepthBuffer:f.ignoreDepthValues===!1,resolveStencilBuffer:f.ignoreDepthValues===!1,storeMultisampledDepthBuffer:f.ignoreDepthValues===!1,storeMultisampledStencilBuffer:f.ignoreDepthValues===!1})}w.isXRRenderTarget=!0,this.setFoveation(l),c=null,o=await s.requestReferenceSpace(a),fe.setContext(s),fe.start(),n.isPresenting=!0,n.dispatchEvent({type:"sessionstart"})}},this.getEnvironmentBlendMode=function(){if(s!==null)return s.environmentBlendMode},this.getDepthTexture=function(){return m.getDepthTexture()};function ue(ne){for(let _e=0;_e<ne.removed.length;_e++){let ve=ne.removed[_e],Re=A.indexOf(ve);Re>=0&&(A[Re]=null,I[Re].disconnect(ve))}for(let _e=0;_e<ne.added.length;_e++){let ve=ne.added[_e],Re=A.indexOf(ve);if(Re===-1){for(let qe=0;qe<I.length;qe++)if(qe>=A.length){A.push(ve),Re=qe;break}else if(A[qe]===null){A[qe]=ve,Re=qe;break}if(Re===-1)break}let we=I[Re];we&&we.connect(ve)}}function Q(ne,_e){_e===null?ne.matrixWorld.copy(ne.matrix):ne.matrixWorld.multiplyMatrices(_e.matrixWorld,ne.matrix),ne.matrixWorldInverse.copy(ne.matrixWorld).invert()}this.updateCamera=function(ne){if(s===null)return;let _e=ne.near,ve=ne.far;m.texture!==null&&(m.depthNear>0&&(_e=m.depthNear),m.depthFar>0&&(ve=m.depthFar)),X.near=U.near=O.near=_e,X.far=U.far=O.far=ve,(N!==X.near||q!==X.far)&&(s.updateRenderState({depthNear:X.near,depthFar:X.far}),N=X.near,q=X.far),X.layers.mask=ne.layers.mask|6,O.layers.mask=X.layers.mask&-5,U.layers.mask=X.layers.mask&-3;let Re=ne.parent,we=X.cameras;Q(X,Re);for(let qe=0;qe<we.length;qe++)Q(we[qe],Re);X.projectionMatrix.copy(O.projectionMatrix),X.projectionMatrixInverse.copy(O.projectionMatrixInverse),V===null&&ne.isPerspectiveCamera&&(V={camera:ne,fov:ne.fov,zoom:ne.zoom}),te(ne,X,Re)};function te(ne,_e,ve){ve===null?ne.matrix.copy(_e.matrixWorld):(ne.matrix.copy(ve.matrixWorld),ne.matrix.invert(),ne.matrix.multiply(_e.matrixWorld)),ne.matrix.decompose(ne.position,ne.quaternion,ne.scale),ne.updateMatrixWorld(!0),ne.projectionMatrix.copy(_e.projectionMatrix),ne.projectionMatrixInverse.copy(_e.projectionMatrixInverse),ne.isPerspectiveCamera&&(ne.fov=ho*2*Math.atan(1/ne.projectionMatrix.elements[5]),ne.zoom=1)}this.getCamera=function(){return X},this.getFoveation=function(){if(!(u===null&&f===null))return l},this.setFoveation=function(ne){l=ne,u!==null&&(u.fixedFoveation=ne),f!==null&&f.fixedFoveation!==void 0&&(f.fixedFoveation=ne)},this.hasDepthSensing=function(){return m.texture!==null},this.getDepthSensingMesh=function(){return m.getMesh(X)},this.getCameraTexture=function(ne){return p[ne]};let oe=null;function pe(ne,_e){if(h=_e.getViewerPose(c||o),g=_e,h!==null){let ve=h.views;f!==null&&(e.setRenderTargetFramebuffer(w,f.framebuffer),e.setRenderTarget(w));let Re=!1;ve.length!==X.cameras.length&&(X.cameras.length=0,Re=!0);for(let We=0;We<ve.length;We++){let dt=ve[We],ct=null;if(f!==null)ct=f.getViewport(dt);else{let jt=d.getViewSubImage(u,dt);ct=jt.viewport,We===0&&(e.setRenderTargetTextures(w,jt.colorTexture,jt.depthStencilTexture),e.setRenderTarget(w))}let st=G[We];st===void 0&&(st=new Qn,st.layers.enable(We),st.viewport=new en,G[We]=st),st.matrix.fromArray(dt.transform.matrix),st.matrix.decompose(st.position,st.quaternion,st.scale),st.projectionMatrix.fromArray(dt.projectionMatrix),st.projectionMatrixInverse.copy(st.projectionMatrix).invert(),st.viewport.set(ct.x,ct.y,ct.width,ct.height),We===0&&(X.matrix.copy(st.matrix),X.matrix.decompose(X.position,X.quaternion,X.scale)),Re===!0&&X.cameras.push(st)}let we=s.enabledFeatures;if(we&&we.includes("depth-sensing")&&s.depthUsage=="gpu-optimized"&&S){d=n.getBinding();let We=d.getDepthInformation(ve[0]);We&&We.isValid&&We.texture&&m.init(We,s.renderState)}if(we&&we.includes("camera-access")&&S){e.state.unbindTexture(),d=n.getBinding();for(let We=0;We<ve.length;We++){let dt=ve[We].camera;if(dt){let ct=p[dt];ct||(ct=new ba,p[dt]=ct);let st=d.getCameraImage(dt);ct.sourceTexture=st}}}}for(let ve=0;ve<I.length;ve++){let Re=A[ve],we=I[ve];Re!==null&&we!==void 0&&we.update(Re,_e,c||o)}oe&&oe(ne,_e),_e.detectedPlanes&&n.dispatchEvent({type:"planesdetected",data:_e}),g=null}let fe=new Ug;fe.setAnimationLoop(pe),this.setAnimationLoop=function(ne){oe=ne},this.dispose=function(){}}},Cw=new Wt,Xg=new it;Xg.set(-1,0,0,0,1,0,0,0,1);function Rw(i,e){function t(m,p){m.matrixAutoUpdate===!0&&m.updateMatrix(),p.value.copy(m.matrix)}function n(m,p){p.color.getRGB(m.fogColor.value,Ld(i)),p.isFog?(m.fogNear.value=p.near,m.fogFar.value=p.far):p.isFogExp2&&(m.fogDensity.value=p.density)}function s(m,p,y,R,w){p.isNodeMaterial?p.uniformsNeedUpdate=!1:p.isMeshBasicMaterial?r(m,p):p.isMeshLambertMaterial?(r(m,p),p.envMap&&(m.envMapIntensity.value=p.envMapIntensity)):p.isMeshToonMaterial?(r(m,p),d(m,p)):p.isMeshPhongMaterial?(r(m,p),h(m,p),p.envMap&&(m.envMapIntensity.value=p.envMapIntensity)):p.isMeshStandardMaterial?(r(m,p),u(m,p),p.isMeshPhysicalMaterial&&f(m,p,w)):p.isMeshMatcapMaterial?(r(m,p),g(m,p)):p.isMeshDepthMaterial?r(m,p):p.isMeshDistanceMaterial?(r(m,p),S(m,p)):p.isMeshNormalMaterial?r(m,p):p.isLineBasicMaterial?(o(m,p),p.isLineDashedMaterial&&a(m,p)):p.isPointsMaterial?l(m,p,y,R):p.isSpriteMaterial?c(m,p):p.isShadowMaterial?(m.color.value.copy(p.color),m.opacity.value=p.opacity):p.isShaderMaterial&&(p.uniformsNeedUpdate=!1)}function r(m,p){m.opacity.value=p.opacity,p.color&&m.diffuse.value.copy(p.color),p.emissive&&m.emissive.value.copy(p.emissive).multiplyScalar(p.emissiveIntensity),p.map&&(m.map.value=p.map,t(p.map,m.mapTransform)),p.alphaMap&&(m.alphaMap.value=p.alphaMap,t(p.alphaMap,m.alphaMapTransform)),p.bumpMap&&(m.bumpMap.value=p.bumpMap,t(p.bumpMap,m.bumpMapTransform),m.bumpScale.value=p.bumpScale,p.side===ti&&(m.bumpScale.value*=-1)),p.normalMap&&(m.normalMap.value=p.normalMap,t(p.normalMap,m.normalMapTransform),m.normalScale.value.copy(p.normalScale),p.side===ti&&m.normalScale.value.negate()),p.displacementMap&&(m.displacementMap.value=p.displacementMap,t(p.displacementMap,m.displacementMapTransform),m.displacementScale.value=p.displacementScale,m.displacementBias.value=p.displacementBias),p.emissiveMap&&(m.emissiveMap.value=p.emissiveMap,t(p.emissiveMap,m.emissiveMapTransform)),p.specularMap&&(m.specularMap.value=p.specularMap,t(p.specularMap,m.specularMapTransform)),p.alphaTest>0&&(m.alphaTest.value=p.alphaTest);let y=e.get(p),R=y.envMap,w=y.envMapRotation;R&&(m.envMap.value=R,m.envMapRotation.value.setFromMatrix4(Cw.makeRotationFromEuler(w)).transpose(),R.isCubeTexture&&R.isRenderTargetTexture===!1&&m.envMapRotation.value.premultiply(Xg),m.reflectivity.value=p.reflectivity,m.ior.value=p.ior,m.refractionRatio.value=p.refractionRatio),p.lightMap&&(m.lightMap.value=p.lightMap,m.lightMapIntensity.value=p.lightMapIntensity,t(p.lightMap,m.lightMapTransform)),p.aoMap&&(m.aoMap.value=p.aoMap,m.aoMapIntensity.value=p.aoMapIntensity,t(p.aoMap,m.aoMapTransform))}function o(m,p){m.diffuse.value.copy(p.color),m.opacity.value=p.opacity,p.map&&(m.map.value=p.map,t(p.map,m.mapTransform))}function a(m,p){m.dashSize.value=p.dashSize,m.totalSize.value=p.dashSize+p.gapSize,m.scale.value=p.scale}function l(m,p,y,R){m.diffuse.value.copy(p.color),m.opacity.value=p.opacity,m.size.value=p.size*y,m.scale.value=R*.5,p.map&&(m.map.value=p.map,t(p.map,m.uvTransform)),p.alphaMap&&(m.alphaMap.value=p.alphaMap,t(p.alphaMap,m.alphaMapTransform)),p.alphaTest>0&&(m.alphaTest.value=p.alphaTest)}function c(m,p){m.diffuse.value.copy(p.color),m.opacity.value=p.opacity,m.rotation.value=p.rotation,p.map&&(m.map.value=p.map,t(p.map,m.mapTransform)),p.alphaMap&&(m.alphaMap.value=p.alphaMap,t(p.alphaMap,m.alphaMapTransform)),p.alphaTest>0&&(m.alphaTest.value=p.alphaTest)}function h(m,p){m.specular.value.copy(p.specular),m.shininess.value=Math.max(p.shininess,1e-4)}function d(m,p){p.gradientMap&&(m.gradientMap.value=p.gradientMap)}function u(m,p){m.metalness.value=p.metalness,p.metalnessMap&&(m.metalnessMap.value=p.metalnessMap,t(p.metalnessMap,m.metalnessMapTransform)),m.roughness.value=p.roughness,p.roughnessMap&&(m.roughnessMap.value=p.roughnessMap,t(p.roughnessMap,m.roughnessMapTransform)),p.envMap&&(m.envMapIntensity.value=p.envMapIntensity)}function f(m,p,y){m.ior.value=p.ior,p.diffuseRoughness>0&&(m.diffuseRoughness.value=p.diffuseRoughness,p.diffuseRoughnessMap&&(m.diffuseRoughnessMap.value=p.diffuseRoughnessMap,t(p.diffuseRoughnessMap,m.diffuseRoughnessMapTransform))),p.sheen>0&&(m.sheenColor.value.copy(p.sheenColor).multiplyScalar(p.sheen),m.sheenRoughness.value=p.sheenRoughness,p.sheenColorMap&&(m.sheenColorMap.value=p.sheenColorMap,t(p.sheenColorMap,m.sheenColorMapTransform)),p.sheenRoughnessMap&&(m.sheenRoughnessMap.value=p.sheenRoughnessMap,t(p.sheenRoughnessMap,m.sheenRoughnessMapTransform))),p.clearcoat>0&&(m.clearcoat.value=p.clearcoat,m.clearcoatRoughness.value=p.clearcoatRoughness,p.clearcoatMap&&(m.clearcoatMap.value=p.clearcoatMap,t(p.clearcoatMap,m.clearcoatMapTransform)),p.clearcoatRoughnessMap&&(m.clearcoatRoughnessMap.value=p.clearcoatRoughnessMap,t(p.clearcoatRoughnessMap,m.clearcoatRoughnessMapTransform)),p.clearcoatNormalMap&&(m.clearcoatNormalMap.value=p.clearcoatNormalMap,t(p.clearcoatNormalMap,m.clearcoatNormalMapTransform),m.clearcoatNormalScale.value.copy(p.clearcoatNormalScale),p.side===ti&&m.clearcoatNormalScale.value.negate())),p.dispersion>0&&(m.dispersion.value=p.dispersion),p.retroreflectivity>0&&(m.retroreflectivity.value=p.retroreflectivity),p.iridescence>0&&(m.iridescence.value=p.iridescence,m.iridescenceIOR.value=p.iridescenceIOR,m.iridescenceThicknessMinimum.value=p.iridescenceThicknessMinimum,m.iridescenceThicknessMaximum.value=p.iridescenceThicknessMaximum,p.iridescenceMap&&(m.iridescenceMap.value=p.iridescenceMap,t(p.iridescenceMap,m.iridescenceMapTransform)),p.iridescenceThicknessMap&&(m.iridescenceThicknessMap.value=p.iridescenceThicknessMap,t(p.iridescenceThicknessMap,m.iridescenceThicknessMapTransform))),p.transmission>0&&(m.transmission.value=p.transmission,m.transmissionSamplerMap.value=y.texture,m.transmissionSamplerSize.value.set(y.width,y.height),p.transmissionMap&&(m.transmissionMap.value=p.transmissionMap,t(p.transmissionMap,m.transmissionMapTransform)),m.thickness.value=p.thickness,p.thicknessMap&&(m.thicknessMap.value=p.thicknessMap,t(p.thicknessMap,m.thicknessMapTransform)),m.attenuationDistance.value=p.attenuationDistance,m.attenuationColor.value.copy(p.attenuationColor)),p.anisotropy>0&&(m.anisotropyVector.value.set(p.anisotropy*Math.cos(p.anisotropyRotation),p.anisotropy*Math.sin(p.anisotropyRotation)),p.anisotropyMap&&(m.anisotropyMap.value=p.anisotropyMap,t(p.anisotropyMap,m.anisotropyMapTransform))),m.specularIntensity.value=p.specularIntensity,m.specularColor.value.copy(p.specularColor),p.specularColorMap&&(m.specularColorMap.value=p.specularColorMap,t(p.specularColorMap,m.specularColorMapTransform)),p.specularIntensityMap&&(m.specularIntensityMap.value=p.specularIntensityMap,t(p.specularIntensityMap,m.specularIntensityMapTransform))}function g(m,p){p.matcap&&(m.matcap.value=p.matcap)}function S(m,p){let y=e.get(p).light;m.referencePosition.value.setFromMatrixPosition(y.matrixWorld),m.nearDistance.value=y.shadow.camera.near,m.farDistance.value=y.shadow.camera.far}return{refreshFogUniforms:n,refreshMaterialUniforms:s}}function Pw(i,e,t,n){let s={},r={};function o(y,R){let w=R.program;n.uniformBlockBinding(y,w,s[y.id])}function a(y,R){let w=s[y.id];w===void 0&&(g(y),w=l(y),s[y.id]=w,y.addEventListener("dispose",m));let I=R.program;n.updateUBOMapping(y,I);let A=e.render.frame;r[y.id]!==A&&(c(y),r[y.id]=A)}function l(y){let R=i.createBuffer(),w=y.__size,I=y.usage;return i.bindBuffer(i.UNIFORM_BUFFER,R),i.bufferData(i.UNIFORM_BUFFER,w,I),i.bindBuffer(i.UNIFORM_BUFFER,null),R}function c(y){let R=s[y.id],w=y.uniforms,I=y.__cache;i.bindBuffer(i.UNIFORM_BUFFER,R);for(let A=0,x=w.length;A<x;A++){let E=w[A];if(Array.isArray(E))for(let V=0,O=E.length;V<O;V++)h(E[V],A,V,I);else h(E,A,0,I)}i.bindBuffer(i.UNIFORM_BUFFER,null)}function h(y,R,w,I){if(u(y,R,w,I)===!0){let A=y.__offset,x=y.value;if(Array.isArray(x)){let E=0;for(let V=0;V<x.length;V++){let O=x[V],U=S(O,!0);d(O,y.__data,E),E+=U.storage/Float32Array.BYTES_PER_ELEMENT}}else d(x,y.__data,0);i.bufferSubData(i.UNIFORM_BUFFER,A,y.__data)}}function d(y,R,w){typeof y=="number"||typeof y=="boolean"?R[w]=y:y.isMatrix3?(R[w]=y.elements[0],R[w+1]=y.elements[1],R[w+2]=y.elements[2],R[w+3]=0,R[w+4]=y.elements[3],R[w+5]=y.elements[4],R[w+6]=y.elements[5],R[w+7]=0,R[w+8]=y.elements[6],R[w+9]=y.elements[7],R[w+10]=y.elements[8],R[w+11]=0):ArrayBuffer.isView(y)?R.set(y.subarray(0,R.length-w),w):y.toArray(R,w)}function u(y,R,w,I){let A=y.value,x=R+"_"+w;if(Array.isArray(A)){I[x]===void 0&&(I[x]=[]);let E=I[x],V=!1;for(let O=0;O<A.length;O++)f(A[O],E,O)===!0&&(V=!0);return V}return f(A,I,x)}function f(y,R,w){if(R[w]===void 0)return typeof y=="number"||typeof y=="boolean"?R[w]=y:ArrayBuffer.isView(y)?R[w]=y.slice():R[w]=y.clone(),!0;{let I=R[w];if(typeof y=="number"||typeof y=="boolean"){if(I!==y)return R[w]=y,!0}else{if(ArrayBuffer.isView(y))return!0;if(I.equals(y)===!1)return I.copy(y),!0}}return!1}function g(y){let R=y.uniforms,w=0,I=16;for(let x=0,E=R.length;x<E;x++){let V=Array.isArray(R[x])?R[x]:[R[x]];for(let O=0,U=V.length;O<U;O++){let G=V[O],X=Array.isArray(G.value)?G.value:[G.value],N=Array.isArray(R[x])||Array.isArray(G.value),q=w;for(let W=0,ue=X.length;W<ue;W++){let Q=X[W],te=S(Q,N),oe=w%I,pe=oe%te.boundary,fe=oe+pe;w+=pe,fe!==0&&I-fe<te.storage&&(w+=I-fe),W===0&&(q=w),w+=te.storage}let J=G.type==="int"?Int32Array:G.type==="uint"?Uint32Array:Float32Array;G.__data=new J((w-q)/Float32Array.BYTES_PER_ELEMENT),G.__offset=q}}let A=w%I;return A>0&&(w+=I-A),y.__size=w,y.__cache={},this}function S(y,R){let w={boundary:0,storage:0};return typeof y=="number"||typeof y=="boolean"?(w.boundary=4,w.storage=4):y.isVector2?(w.boundary=8,w.storage=8):y.isVector3||y.isColor?(w.boundary=16,w.storage=12):y.isVector4?(w.boundary=16,w.storage=16):y.isMatrix3?(w.boundary=16,w.storage=48):y.isMatrix4?(w.boundary=16,w.storage=64):y.isTexture?Ze("WebGLRenderer: Texture samplers can not be part of an uniforms group."):ArrayBuffer.isView(y)?(w.boundary=16,w.storage=y.byteLength):Ze("WebGLRenderer: Unsupported uniform value type.",y),R===!0&&(w.boundary=16,w.storage=Math.ceil(w.storage/16)*16),w}function m(y){let R=y.target;R.removeEventListener("dispose",m),i.deleteBuffer(s[R.id]),delete s[R.id],delete r[R.id]}function p(){for(let y in s)i.deleteBuffer(s[y]);s={},r={}}return{bind:o,update:a,dispose:p}}var Iw=new Uint16Array([12469,15057,12620,14925,13266,14620,13807,14376,14323,13990,14545,13625,14713,13328,14840,12882,14931,12528,14996,12233,15039,11829,15066,11525,15080,11295,15085,10976,15082,10705,15073,10495,13880,14564,13898,14542,13977,14430,14158,14124,14393,13732,14556,13410,14702,12996,14814,12596,14891,12291,14937,11834,14957,11489,14958,11194,14943,10803,14921,10506,14893,10278,14858,9960,14484,14039,14487,14025,14499,13941,14524,13740,14574,13468,14654,13106,14743,12678,14818,12344,14867,11893,14889,11509,14893,11180,14881,10751,14852,10428,14812,10128,14765,9754,14712,9466,14764,13480,14764,13475,14766,13440,14766,13347,14769,13070,14786,12713,14816,12387,14844,11957,14860,11549,14868,11215,14855,10751,14825,10403,14782,10044,14729,9651,14666,9352,14599,9029,14967,12835,14966,12831,14963,12804,14954,12723,14936,12564,14917,12347,14900,11958,14886,11569,14878,11247,14859,10765,14828,10401,14784,10011,14727,9600,14660,9289,14586,8893,14508,8533,15111,12234,15110,12234,15104,12216,15092,12156,15067,12010,15028,11776,14981,11500,14942,11205,14902,10752,14861,10393,14812,9991,14752,9570,14682,9252,14603,8808,14519,8445,14431,8145,15209,11449,15208,11451,15202,11451,15190,11438,15163,11384,15117,11274,15055,10979,14994,10648,14932,10343,14871,9936,14803,9532,14729,9218,14645,8742,14556,8381,14461,8020,14365,7603,15273,10603,15272,10607,15267,10619,15256,10631,15231,10614,15182,10535,15118,10389,15042,10167,14963,9787,14883,9447,14800,9115,14710,8665,14615,8318,14514,7911,14411,7507,14279,7198,15314,9675,15313,9683,15309,9712,15298,9759,15277,9797,15229,9773,15166,9668,15084,9487,14995,9274,14898,8910,14800,8539,14697,8234,14590,7790,14479,7409,14367,7067,14178,6621,15337,8619,15337,8631,15333,8677,15325,8769,15305,8871,15264,8940,15202,8909,15119,8775,15022,8565,14916,8328,14804,8009,14688,7614,14569,7287,14448,6888,14321,6483,14088,6171,15350,7402,15350,7419,15347,7480,15340,7613,15322,7804,15287,7973,15229,8057,15148,8012,15046,7846,14933,7611,14810,7357,14682,7069,14552,6656,14421,6316,14251,5948,14007,5528,15356,5942,15356,5977,15353,6119,15348,6294,15332,6551,15302,6824,15249,7044,15171,7122,15070,7050,14949,6861,14818,6611,14679,6349,14538,6067,14398,5651,14189,5311,13935,4958,15359,4123,15359,4153,15356,4296,15353,4646,15338,5160,15311,5508,15263,5829,15188,6042,15088,6094,14966,6001,14826,5796,14678,5543,14527,5287,14377,4985,14133,4586,13869,4257,15360,1563,15360,1642,15358,2076,15354,2636,15341,3350,15317,4019,15273,4429,15203,4732,15105,4911,14981,4932,14836,4818,14679,4621,14517,4386,14359,4156,14083,3795,13808,3437,15360,122,15360,137,15358,285,15355,636,15344,1274,15322,2177,15281,2765,15215,3223,15120,3451,14995,3569,14846,3567,14681,3466,14511,3305,14344,3121,14037,2800,13753,2467,15360,0,15360,1,15359,21,15355,89,15346,253,15325,479,15287,796,15225,1148,15133,1492,15008,1749,14856,1882,14685,1886,14506,1783,14324,1608,13996,1398,13702,1183]),hs=null;function Lw(){return hs===null&&(hs=new cc(Iw,16,16,nr,Xi),hs.name="DFG_LUT",hs.minFilter=ei,hs.magFilter=ei,hs.wrapS=rs,hs.wrapT=rs,hs.generateMipmaps=!1,hs.needsUpdate=!0),hs}var vh=class{constructor(e={}){let{canvas:t=sg(),context:n=null,depth:s=!0,stencil:r=!1,alpha:o=!1,antialias:a=!1,premultipliedAlpha:l=!0,preserveDrawingBuffer:c=!1,powerPreference:h="default",failIfMajorPerformanceCaveat:d=!1,reversedDepthBuffer:u=!1,outputBufferType:f=ri}=e;this.isWebGLRenderer=!0;let g;if(n!==null){if(typeof WebGLRenderingContext<"u"&&n instanceof WebGLRenderingContext)throw new Error("THREE.WebGLRenderer: WebGL 1 is not supported since r163.");g=n.getContextAttributes().alpha}else g=o;let S=f,m=new Set([kc,Bc,Fc]),p=new Set([ri,Hi,Mo,yr,Uc,Oc]),y=new Uint32Array(4),R=new Int32Array(4),w={textures:[],min:[],max:[],resolution:[]},I=null,A=null,x=[],E=[],V=null;this.domElement=t,this.debug={checkShaderErrors:!0,diagnostics:{keywords:!1},onShaderError:null},this.autoClear=!0,this.autoClearColor=!0,this.autoClearDepth=!0,this.autoClearStencil=!0,this.sortObjects=!0,this.clippingPlanes=[],this.localClippingEnabled=!1,this.toneMapping=cs,this.toneMappingExposure=1,this.transmissionResolutionScale=1;let O=this,U=!1,G=null,X=null,N=null,q=null;this._outputColorSpace=pi;let J=0,W=0,ue=null,Q=-1,te=null,oe=new en,pe=new en,fe=null,ne=new _t(0),_e=0,ve=t.width,Re=t.height,we=1,qe=null,ot=null,We=new en(0,0,ve,Re),dt=new en(0,0,ve,Re),ct=!1,st=new Zs,jt=new hc,Ht=!1,dn=!1,Bt=new Wt,Rn=new $,At=new en,vn={background:null,fog:null,environment:null,overrideMaterial:null,isScene:!0},nn=!1;function fn(){return ue===null?we:1}let k=n;function Ie(b,z){return t.getContext(b,z)}let Je,at,Te,zt,Ge,$e,C,v,Y,de,le,ye,Se,ie,re,ge,F,ae,se,Ee,xe,be,Xe;try{let b={alpha:!0,depth:s,stencil:r,antialias:a,premultipliedAlpha:l,preserveDrawingBuffer:c,powerPreference:h,failIfMajorPerformanceCaveat:d};if("setAttribute"in t&&t.setAttribute("data-engine",`three.js r${"187"}`),t.addEventListener("webglcontextlost",ke,!1),t.addEventListener("webglcontextrestored",et,!1),t.addEventListener("webglcontextcreationerror",Pe,!1),k===null){let z="webgl2";if(k=Ie(z,b),k===null)throw Ie(z)?new Error("THREE.WebGLRenderer: Error creating WebGL context with your selected attributes."):new Error("THREE.WebGLRenderer: Error creating WebGL context.")}Qe()}catch(b){throw t.removeEventListener("webglcontextlost",ke,!1),t.removeEventListener("webglcontextrestored",et,!1),t.removeEventListener("webglcontextcreationerror",Pe,!1),tt("WebGLRenderer: "+b.message),b}function Qe(){Je=new HM(k),Je.init(),xe=new Tw(k,Je),at=new LM(k,Je,e,xe),Te=new bw(k,Je),at.reversedDepthBuffer&&u&&Te.buffers.depth.setReversed(!0),X=k.createFramebuffer(),N=k.createFramebuffer(),q=k.createFramebuffer(),zt=new qM(k),Ge=new cw,$e=new ww(k,Je,Te,Ge,at,xe,zt),C=new GM(O),v=new $y(k),be=new PM(k,v),Y=new WM(k,v,zt,be),de=new $M(k,Y,v,be,zt),ae=new YM(k,at,$e),re=new DM(Ge),le=new lw(O,C,Je,at,be,re),ye=new Rw(O,Ge),Se=new uw,ie=new _w(Je),F=new RM(O,C,Te,de,g,l),ge=new Mw(O,de,at),Xe=new Pw(k,zt,at,Te),se=new IM(k,Je,zt),Ee=new XM(k,Je,zt),zt.programs=le.programs,O.capabilities=at,O.extensions=Je,O.properties=Ge,O.renderLists=Se,O.shadowMap=ge,O.state=Te,O.info=zt}S!==ri&&(V=new JM(S,t.width,t.height,a,s,r));let he=new Xd(O,k);this.xr=he,this.getContext=function(){return k},this.getContextAttributes=function(){return k.getContextAttributes()},this.forceContextLoss=function(){let b=Je.get("WEBGL_lose_context");b&&b.loseContext()},this.forceContextRestore=function(){let b=Je.get("WEBGL_lose_context");b&&b.restoreContext()},this.getPixelRatio=function(){return we},this.setPixelRatio=function(b){b!==void 0&&(we=b,this.setSize(ve,Re,!1))},this.getSize=function(b){return b.set(ve,Re)},this.setSize=function(b,z,ee=!0){if(he.isPresenting){Ze("WebGLRenderer: Can't change size while VR device is presenting.");return}ve=b,Re=z,t.width=Math.floor(b*we),t.height=Math.floor(z*we),ee===!0&&(t.style.width=b+"px",t.style.height=z+"px"),V!==null&&V.setSize(t.width,t.height),this.setViewport(0,0,b,z)},this.getDrawingBufferSize=function(b){return b.set(ve*we,Re*we).floor()},this.setDrawingBufferSize=function(b,z,ee){ve=b,Re=z,we=ee,t.width=Math.floor(b*ee),t.height=Math.floor(z*ee),this.setViewport(0,0,b,z)},this.setEffects=function(b){if(S===ri){tt("WebGLRenderer: setEffects() requires outputBufferType set to HalfFloatType or FloatType.");return}if(b){for(let z=0;z<b.length;z++)if(b[z].isOutputPass===!0){Ze("WebGLRenderer: OutputPass is not needed in setEffects(). Tone mapping and color space conversion are applied automatically.");break}}V.setEffects(b||[])},this.getCurrentViewport=function(b){return b.copy(oe)},this.getViewport=function(b){return b.copy(We)},this.setViewport=function(b,z,ee,Z){b.isVector4?We.set(b.x,b.y,b.z,b.w):We.set(b,z,ee,Z),Te.viewport(oe.copy(We).multiplyScalar(fn()).round())},this.getScissor=function(b){return b.copy(dt)},this.setScissor=function(b,z,ee,Z){b.isVector4?dt.set(b.x,b.y,b.z,b.w):dt.set(b,z,ee,Z),Te.scissor(pe.copy(dt).multiplyScalar(fn()).round())},this.getScissorTest=function(){return ct},this.setScissorTest=function(b){Te.setScissorTest(ct=b)},this.setOpaqueSort=function(b){qe=b},this.setTransparentSort=function(b){ot=b},this.getClearColor=function(b){return b.copy(F.getClearColor())},this.setClearColor=function(){F.setClearColor(...arguments)},this.getClearAlpha=function(){return F.getClearAlpha()},this.setClearAlpha=function(){F.setClearAlpha(...arguments)},this.clear=function(b=!0,z=!0,ee=!0){let Z=0;if(b){let K=!1;if(ue!==null){let Ae=ue.texture.format;K=m.has(Ae)}if(K){let Ae=ue.texture.type,Le=p.has(Ae),Ce=F.getClearColor(),De=F.getClearAlpha(),Ve=Ce.r,nt=Ce.g,ft=Ce.b;Le?(y[0]=Ve,y[1]=nt,y[2]=ft,y[3]=De,k.clearBufferuiv(k.COLOR,0,y)):(R[0]=Ve,R[1]=nt,R[2]=ft,R[3]=De,k.clearBufferiv(k.COLOR,0,R))}else Z|=k.COLOR_BUFFER_BIT}z&&(Z|=k.DEPTH_BUFFER_BIT,this.state.buffers.depth.setMask(!0)),ee&&(Z|=k.STENCIL_BUFFER_BIT,this.state.buffers.stencil.setMask(4294967295)),Z!==0&&k.clear(Z)},this.clearColor=function(){this.clear(!0,!1,!1)},this.clearDepth=function(){this.clear(!1,!0,!1)},this.clearStencil=function(){this.clear(!1,!1,!0)},this.setNodesHandler=function(b){b.setRenderer(this),G=b},this.dispose=function(){t.removeEventListener("webglcontextlost",ke,!1),t.removeEventListener("webglcontextrestored",et,!1),t.removeEventListener("webglcontextcreationerror",Pe,!1),F.dispose(),Se.dispose(),ie.dispose(),$e.dispose(),Ge.dispose(),C.dispose(),de.dispose(),Y.dispose(),be.dispose(),Xe.dispose(),le.dispose(),he.dispose(),he.removeEventListener("sessionstart",nl),he.removeEventListener("sessionend",Ji),fs.stop()};function ke(b){b.preventDefault(),Ad("WebGLRenderer: Context Lost."),U=!0}function et(){Ad("WebGLRenderer: Context Restored."),U=!1;let b=zt.autoReset,z=ge.enabled,ee=ge.autoUpdate,Z=ge.needsUpdate,K=ge.type;Qe(),zt.autoReset=b,ge.enabled=z,ge.autoUpdate=ee,ge.needsUpdate=Z,ge.type=K}function Pe(b){tt("WebGLRenderer: A WebGL context could not be created. Reason: ",b.statusMessage)}function lt(b){let z=b.target;z.removeEventListener("dispose",lt),Xt(z)}function Xt(b){Yn(b),Ge.remove(b)}function Yn(b){let z=Ge.get(b).programs;z!==void 0&&(z.forEach(function(ee){le.releaseProgram(ee)}),b.isShaderMaterial&&le.releaseShaderCache(b))}this.renderBufferDirect=function(b,z,ee,Z,K,Ae){z===null&&(z=vn);let Le=K.isMesh&&K.matrixWorld.determinantAffine()<0,Ce=Vo(b,z,ee,Z,K);Te.setMaterial(Z,Le);let De=ee.index,Ve=1;if(Z.wireframe===!0){if(De=Y.getWireframeAttribute(ee),De===void 0)return;Ve=2}let nt=ee.drawRange,ft=ee.attributes.position,ze=nt.start*Ve,pt=(nt.start+nt.count)*Ve;Ae!==null&&(ze=Math.max(ze,Ae.start*Ve),pt=Math.min(pt,(Ae.start+Ae.count)*Ve)),De!==null?(ze=Math.max(ze,0),pt=Math.min(pt,De.count)):ft!=null&&(ze=Math.max(ze,0),pt=Math.min(pt,ft.count));let tn=pt-ze;if(tn<0||tn===1/0)return;be.setup(K,Z,Ce,ee,De);let Ut,Ot=se;if(De!==null&&(Ut=v.get(De),Ot=Ee,Ot.setIndex(Ut)),K.isMesh)Z.wireframe===!0?(Te.setLineWidth(Z.wireframeLinewidth*fn()),Ot.setMode(k.LINES)):Ot.setMode(k.TRIANGLES);else if(K.isLine){let Sn=Z.linewidth;Sn===void 0&&(Sn=1),Te.setLineWidth(Sn*fn()),K.isLineSegments?Ot.setMode(k.LINES):K.isLineLoop?Ot.setMode(k.LINE_LOOP):Ot.setMode(k.LINE_STRIP)}else K.isPoints?Ot.setMode(k.POINTS):K.isSprite&&Ot.setMode(k.TRIANGLES);if(K.isBatchedMesh)if(Je.get("WEBGL_multi_draw"))Ot.renderMultiDraw(K._multiDrawStarts,K._multiDrawCounts,K._multiDrawCount);else{let Sn=K._multiDrawStarts,Fe=K._multiDrawCounts,pn=K._multiDrawCount,St=De?v.get(De).bytesPerElement:1,ms=Ge.get(Z).currentProgram.getUniforms();for(let mn=0;mn<pn;mn++)ms.setValue(k,"_gl_DrawID",mn),Ot.render(Sn[mn]/St,Fe[mn])}else if(K.isInstancedMesh)Ot.renderInstances(ze,tn,K.count);else if(ee.isInstancedBufferGeometry){let Sn=ee._maxInstanceCount!==void 0?ee._maxInstanceCount:1/0,Fe=Math.min(ee.instanceCount,Sn);Ot.renderInstances(ze,tn,Fe)}else Ot.render(ze,tn)};function Bo(b,z,ee,Z){G!==null&&b.isNodeMaterial&&G.setObject(Z,b),Ht===!0&&re.setState(b,ee,!1),b.transparent===!0&&b.side===Li&&b.forceSinglePass===!1?(b.side=ti,b.needsUpdate=!0,Ki(b,z,Z),b.side=tr,b.needsUpdate=!0,Ki(b,z,Z),b.side=Li):Ki(b,z,Z)}this.compile=function(b,z,ee=null){ee===null&&(ee=b),G!==null&&G.renderStart(b,z,ee),A=ie.get(ee),A.init(z),E.push(A),ee.traverseVisible(function(K){K.isLight&&K.layers.test(z.layers)&&(A.pushLight(K),K.castShadow&&A.pushShadow(K))}),b!==ee&&b.traverseVisible(function(K){K.isLight&&K.layers.test(z.layers)&&(A.pushLight(K),K.castShadow&&A.pushShadow(K))}),A.setupLights(),G!==null&&G.updateLights(A.state.lightsArray),dn=this.localClippingEnabled,Ht=re.init(this.clippingPlanes,dn),Ht===!0&&re.setGlobalState(this.clippingPlanes,z),G!==null&&ge.render(A.state.shadowsArray,ee,z);let Z=new Set;return b.traverse(function(K){if(!(K.isMesh||K.isPoints||K.isLine||K.isSprite))return;let Ae=K.material;if(Ae)if(Array.isArray(Ae))for(let Le=0;Le<Ae.length;Le++){let Ce=Ae[Le];Bo(Ce,ee,z,K),Z.add(Ce)}else Bo(Ae,ee,z,K),Z.add(Ae)}),A=E.pop(),G!==null&&G.renderEnd(),Z},this.compileAsync=function(b,z,ee=null){let Z=this.compile(b,z,ee);return new Promise(K=>{function Ae(){if(Z.forEach(function(Le){let De=Ge.get(Le).currentProgram;(De===void 0||De.isReady())&&Z.delete(Le)}),Z.size===0){K(b);return}setTimeout(Ae,10)}Je.get("KHR_parallel_shader_compile")!==null?Ae():setTimeout(Ae,10)})};let Rr=null;function ru(b){Rr&&Rr(b)}function nl(){fs.stop()}function Ji(){fs.start()}let fs=new Ug;fs.setAnimationLoop(ru),typeof self<"u"&&fs.setContext(self),this.setAnimationLoop=function(b){Rr=b,he.setAnimationLoop(b),b===null?fs.stop():fs.start()},he.addEventListener("sessionstart",nl),he.addEventListener("sessionend",Ji),this.render=function(b,z){if(z!==void 0&&z.isCamera!==!0){tt("WebGLRenderer.render: camera is not an instance of THREE.Camera.");return}if(U===!0)return;G!==null&&G.renderStart(b,z);let ee=he.enabled===!0&&he.isPresenting===!0,Z=V!==null&&(ue===null||ee)&&V.begin(O,ue);if(b.matrixWorldAutoUpdate===!0&&b.updateMatrixWorld(),z.parent===null&&z.matrixWorldAutoUpdate===!0&&z.updateMatrixWorld(),he.enabled===!0&&he.isPresenting===!0&&(V===null||V.isCompositing()===!1)&&(he.cameraAutoUpdate===!0&&he.updateCamera(z),z=he.getCamera()),b.isScene===!0&&b.onBeforeRender(O,b,z,ue),A=ie.get(b,E.length),A.init(z),A.state.textureUnits=$e.getTextureUnits(),E.push(A),Bt.multiplyMatrices(z.projectionMatrix,z.matrixWorldInverse),z.isArrayCamera?jt.setFromArrayCamera(z):st.setFromProjectionMatrix(Bt,Ii,z.reversedDepth),dn=this.localClippingEnabled,Ht=re.init(this.clippingPlanes,dn),I=Se.get(b,x.length),I.init(),x.push(I),this.info.render.frame++,he.enabled===!0&&he.isPresenting===!0){let Le=O.xr.getDepthSensingMesh();Le!==null&&ps(Le,z,-1/0,O.sortObjects)}ps(b,z,0,O.sortObjects),I.finish(),G!==null&&G.updateLights(A.state.lightsArray),O.sortObjects===!0&&I.sort(qe,ot),nn=he.enabled===!1||he.isPresenting===!1||he.hasDepthSensing()===!1,nn&&F.addToRenderList(I,b),this.info.autoReset===!0&&this.info.reset(),Ht===!0&&re.beginShadows();let K=A.state.shadowsArray;if(ge.render(K,b,z),Ht===!0&&re.endShadows(),(Z&&V.hasRenderPass())===!1){let Le=I.opaque,Ce=I.transmissive;if(A.setupLights(),z.isArrayCamera){let De=z.cameras;if(Ce.length>0)for(let Ve=0,nt=De.length;Ve<nt;Ve++){let ft=De[Ve];Ui(Le,Ce,b,ft)}nn&&F.render(b);for(let Ve=0,nt=De.length;Ve<nt;Ve++){let ft=De[Ve];ko(I,b,ft,ft.viewport)}}else Ce.length>0&&Ui(Le,Ce,b,z),nn&&F.render(b),ko(I,b,z)}ue!==null&&W===0&&($e.updateMultisampleRenderTarget(ue),$e.updateRenderTargetMipmap(ue)),Z&&V.end(O),b.isScene===!0&&b.onAfterRender(O,b,z),be.resetDefaultState(),Q=-1,te=null,E.pop(),E.length>0?(A=E[E.length-1],$e.setTextureUnits(A.state.textureUnits),Ht===!0&&re.setGlobalState(O.clippingPlanes,A.state.camera)):A=null,x.pop(),x.length>0?I=x[x.length-1]:I=null,G!==null&&G.renderEnd()};function ps(b,z,ee,Z){if(b.visible===!1)return;if(b.layers.test(z.layers)){if(b.isGroup)ee=b.renderOrder;else if(b.isLOD)b.autoUpdate===!0&&b.update(z);else if(b.isLight)A.pushLight(b),b.castShadow&&A.pushShadow(b);else if(b.isSprite){let Le=z.isArrayCamera?jt:st;if(!b.frustumCulled||b.intersectsFrustum(Le)){Z&&At.setFromMatrixPosition(b.matrixWorld).applyMatrix4(Bt);let Ce=de.update(b),De=b.material;De.visible&&I.push(b,Ce,De,ee,At.z,null,z)}}else if(b.isMesh||b.isLine||b.isPoints){let Le=z.isArrayCamera?jt:st;if(!b.frustumCulled||b.intersectsFrustum(Le)){let Ce=de.update(b),De=b.material;if(Z&&(b.boundingSphere!==void 0?(b.boundingSphere===null&&b.computeBoundingSphere(),At.copy(b.boundingSphere.center)):(Ce.boundingSphere===null&&Ce.computeBoundingSphere(),At.copy(Ce.boundingSphere.center)),At.applyMatrix4(b.matrixWorld).applyMatrix4(Bt)),Array.isArray(De)){let Ve=Ce.groups;for(let nt=0,ft=Ve.length;nt<ft;nt++){let ze=Ve[nt],pt=De[ze.materialIndex];pt&&pt.visible&&I.push(b,Ce,pt,ee,At.z,ze,z)}}else De.visible&&I.push(b,Ce,De,ee,At.z,null,z)}}}let Ae=b.children;for(let Le=0,Ce=Ae.length;Le<Ce;Le++)ps(Ae[Le],z,ee,Z)}function ko(b,z,ee,Z){let{opaque:K,transmissive:Ae,transparent:Le}=b;A.setupLightsView(ee),Ht===!0&&re.setGlobalState(O.clippingPlanes,ee),Z&&Te.viewport(oe.copy(Z)),K.length>0&&sn(K,z,ee),Ae.length>0&&sn(Ae,z,ee),Le.length>0&&sn(Le,z,ee),Te.buffers.depth.setTest(!0),Te.buffers.depth.setMask(!0),Te.buffers.color.setMask(!0),Te.setPolygonOffset(!1)}function Ui(b,z,ee,Z){if((ee.isScene===!0?ee.overrideMaterial:null)!==null)return;if(A.state.transmissionRenderTarget[Z.id]===void 0){let ze=Je.has("EXT_color_buffer_half_float")||Je.has("EXT_color_buffer_float");A.state.transmissionRenderTarget[Z.id]=new xi(1,1,{generateMipmaps:!0,type:ze?Xi:ri,minFilter:Ps,samples:Math.max(4,at.samples),stencilBuffer:r,resolveDepthBuffer:!1,resolveStencilBuffer:!1,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,colorSpace:bt.workingColorSpace})}let Ae=A.state.transmissionRenderTarget[Z.id],Le=Z.viewport||oe;Ae.setSize(Le.z*O.transmissionResolutionScale,Le.w*O.transmissionResolutionScale);let Ce=O.getRenderTarget(),De=O.getActiveCubeFace(),Ve=O.getActiveMipmapLevel();O.setRenderTarget(Ae),O.getClearColor(ne),_e=O.getClearAlpha(),_e<1&&O.setClearColor(16777215,.5),O.clear(),nn&&F.render(ee);let nt=O.toneMapping;O.toneMapping=cs;let ft=Z.viewport;if(Z.viewport!==void 0&&(Z.viewport=void 0),A.setupLightsView(Z),Ht===!0&&re.setGlobalState(O.clippingPlanes,Z),sn(b,ee,Z),$e.updateMultisampleRenderTarget(Ae),$e.updateRenderTargetMipmap(Ae),Je.has("WEBGL_multisampled_render_to_texture")===!1){let ze=!1;for(let pt=0,tn=z.length;pt<tn;pt++){let Ut=z[pt],{object:Ot,geometry:Sn,material:Fe,group:pn}=Ut;if(Fe.side===Li&&Ot.layers.test(Z.layers)){let St=Fe.side;Fe.side=ti,Fe.needsUpdate=!0,cn(Ot,ee,Z,Sn,Fe,pn),Fe.side=St,Fe.needsUpdate=!0,ze=!0}}ze===!0&&($e.updateMultisampleRenderTarget(Ae),$e.updateRenderTargetMipmap(Ae))}O.setRenderTarget(Ce,De,Ve),O.setClearColor(ne,_e),ft!==void 0&&(Z.viewport=ft),O.toneMapping=nt}function sn(b,z,ee){let Z=z.isScene===!0?z.overrideMaterial:null;for(let K=0,Ae=b.length;K<Ae;K++){let Le=b[K],{object:Ce,geometry:De,group:Ve}=Le,nt=Le.material;nt.allowOverride===!0&&Z!==null&&(nt=Z),Ce.layers.test(ee.layers)&&cn(Ce,z,ee,De,nt,Ve)}}function cn(b,z,ee,Z,K,Ae){G!==null&&K.isNodeMaterial&&G.setObject(b,K),b.onBeforeRender(O,z,ee,Z,K,Ae),b.modelViewMatrix.multiplyMatrices(ee.matrixWorldInverse,b.matrixWorld),b.normalMatrix.getNormalMatrix(b.modelViewMatrix),K.onBeforeRender(O,z,ee,Z,b,Ae),K.transparent===!0&&K.side===Li&&K.forceSinglePass===!1?(K.side=ti,K.needsUpdate=!0,O.renderBufferDirect(ee,z,Z,K,b,Ae),K.side=tr,K.needsUpdate=!0,O.renderBufferDirect(ee,z,Z,K,b,Ae),K.side=Li):O.renderBufferDirect(ee,z,Z,K,b,Ae),b.onAfterRender(O,z,ee,Z,K,Ae)}function hn(b){let z=0;for(let ee of b)ee.texture!==null&&z++;return z}function Ki(b,z,ee){z.isScene!==!0&&(z=vn);let Z=Ge.get(b),K=A.state.lights,Ae=A.state.shadowsArray,Le=K.state.version,Ce=le.getParameters(b,K.state,Ae,z,ee,A.state.lightProbeGridArray),De=le.getProgramCacheKey(Ce),Ve=Z.programs;Z.environment=b.isMeshStandardMaterial||b.isMeshLambertMaterial||b.isMeshPhongMaterial?z.environment:null,Z.fog=z.fog;let nt=b.isMeshStandardMaterial||b.isMeshLambertMaterial&&!b.envMap||b.isMeshPhongMaterial&&!b.envMap;Z.envMap=C.get(b.envMap||Z.environment,nt),Z.envMapRotation=Z.environment!==null&&b.envMap===null?z.environmentRotation:b.envMapRotation,Ve===void 0&&(b.addEventListener("dispose",lt),Ve=new Map,Z.programs=Ve,Z.programVariants=new Map);let ft=Ve.get(De);if(ft!==void 0){if(Z.currentProgram===ft&&Z.lightsStateVersion===Le)return zo(b,Ce),ft}else Ce.uniforms=le.getUniforms(b),G!==null&&b.isNodeMaterial&&G.build(b,ee,Ce),b.onBeforeCompile(Ce,O),ft=le.acquireProgram(Ce,De),Ve.set(De,ft),Z.uniforms=Ce.uniforms;let ze=Z.uniforms;return(!b.isShaderMaterial&&!b.isRawShaderMaterial||b.clipping===!0)&&(ze.clippingPlanes=re.uniform),zo(b,Ce),Z.needsLights=Os(b),Z.lightsStateVersion=Le,Z.needsLights&&(ze.ambientLightColor.value=K.state.ambient,ze.lightProbe.value=K.state.probe,ze.sunLights.value=K.state.sun,ze.sunLightShadows.value=K.state.sunShadow,ze.directionalLights.value=K.state.directional,ze.directionalLightShadows.value=K.state.directionalShadow,ze.spotLights.value=K.state.spot,ze.spotLightShadows.value=K.state.spotShadow,ze.rectAreaLights.value=K.state.rectArea,ze.ltc_1.value=K.state.rectAreaLTC1,ze.ltc_2.value=K.state.rectAreaLTC2,ze.pointLights.value=K.state.point,ze.pointLightShadows.value=K.state.pointShadow,ze.hemisphereLights.value=K.state.hemi,ze.sunShadowMatrix.value=K.state.sunShadowMatrix,ze.sunShadowCascade.value=K.state.sunShadowCascade,ze.directionalShadowMatrix.value=K.state.directionalShadowMatrix,ze.spotLightMatrix.value=K.state.spotLightMatrix,ze.spotLightMap.value=K.state.spotLightMap,ze.pointShadowMatrix.value=K.state.pointShadowMatrix),Z.numLightProbeGrids=hn(A.state.lightProbeGridArray),Z.currentProgram=ft,Z.uniformsList=null,ft}function ai(b,z,ee,Z,K){let Ae=Ge.get(b),Le=Ae.currentProgram.id+","+Z+","+K,Ce=Ae.programVariants.get(Le);return Ce===void 0?(Ce=Ki(b,z,ee),Ae.programVariants.set(Le,Ce)):(Ae.currentProgram=Ce,Ae.uniformsList=null,Ae.outputColorSpace=Z,Ae.toneMapping=K),Ce}function Us(b){if(b.uniformsList===null){let z=b.currentProgram.getUniforms();b.uniformsList=wo.seqWithValue(z.seq,b.uniforms)}return b.uniformsList}function zo(b,z){let ee=Ge.get(b);ee.outputColorSpace=z.outputColorSpace,ee.batching=z.batching,ee.batchingColor=z.batchingColor,ee.instancing=z.instancing,ee.instancingColor=z.instancingColor,ee.instancingMorph=z.instancingMorph,ee.skinning=z.skinning,ee.morphTargets=z.morphTargets,ee.morphNormals=z.morphNormals,ee.morphColors=z.morphColors,ee.morphTargetsCount=z.morphTargetsCount,ee.numClippingPlanes=z.numClippingPlanes,ee.numIntersection=z.numClipIntersection,ee.vertexAlphas=z.vertexAlphas,ee.vertexTangents=z.vertexTangents,ee.toneMapping=z.toneMapping}function Vo(b,z,ee,Z,K){z.isScene!==!0&&(z=vn),$e.resetTextureUnits();let Ae=z.fog,Le=Z.isMeshStandardMaterial||Z.isMeshLambertMaterial||Z.isMeshPhongMaterial?z.environment:null,Ce=ue===null?O.outputColorSpace:ue.isXRRenderTarget===!0?ue.texture.colorSpace:bt.workingColorSpace,De=Z.isMeshStandardMaterial||Z.isMeshLambertMaterial&&!Z.envMap||Z.isMeshPhongMaterial&&!Z.envMap,Ve=C.get(Z.envMap||Le,De),nt=Z.vertexColors===!0&&!!ee.attributes.color&&ee.attributes.color.itemSize===4,ft=!!ee.attributes.tangent&&(!!Z.normalMap||Z.anisotropy>0),ze=!!ee.morphAttributes.position,pt=!!ee.morphAttributes.normal,tn=!!ee.morphAttributes.color,Ut=cs;Z.toneMapped&&(ue===null||ue.isXRRenderTarget===!0)&&(Ut=O.toneMapping);let Ot=ee.morphAttributes.position||ee.morphAttributes.normal||ee.morphAttributes.color,Sn=Ot!==void 0?Ot.length:0,Fe=Ge.get(Z),pn=A.state.lights;if(Ht===!0&&(dn===!0||b!==te)){let Ft=b===te&&Z.id===Q;re.setState(Z,b,Ft)}let St=!1,ms=!1;Z.version===Fe.__version?Fe.needsLights&&Fe.lightsStateVersion!==pn.state.version||K.isBatchedMesh&&Fe.batching===!1||!K.isBatchedMesh&&Fe.batching===!0||K.isBatchedMesh&&Fe.batchingColor===!0&&K._colorsTexture===null||K.isBatchedMesh&&Fe.batchingColor===!1&&K._colorsTexture!==null||K.isInstancedMesh&&Fe.instancing===!1||!K.isInstancedMesh&&Fe.instancing===!0||K.isSkinnedMesh&&Fe.skinning===!1||!K.isSkinnedMesh&&Fe.skinning===!0||K.isInstancedMesh&&Fe.instancingColor===!0&&K.instanceColor===null||K.isInstancedMesh&&Fe.instancingColor===!1&&K.instanceColor!==null||K.isInstancedMesh&&Fe.instancingMorph===!0&&K.morphTexture===null||K.isInstancedMesh&&Fe.instancingMorph===!1&&K.morphTexture!==null||Fe.envMap!==Ve||Z.fog===!0&&Fe.fog!==Ae||Fe.numClippingPlanes!==void 0&&(Fe.numClippingPlanes!==re.numPlanes||Fe.numIntersection!==re.numIntersection)||Fe.vertexAlphas!==nt||Fe.vertexTangents!==ft||Fe.morphTargets!==ze||Fe.morphNormals!==pt||Fe.morphColors!==tn||Fe.morphTargetsCount!==Sn||Fe.numLightProbeGrids!==hn(A.state.lightProbeGridArray)?St=!0:(Fe.outputColorSpace!==Ce||Fe.toneMapping!==Ut)&&(ms=!0):(St=!0,Fe.__version=Z.version);let mn=Fe.currentProgram;(St===!0||ms===!0)&&(mn=ms===!0?ai(Z,z,K,Ce,Ut):Ki(Z,z,K),G&&Z.isNodeMaterial&&G.onUpdateProgram(Z,mn,Fe));let Lr=!1,ji=!1,gs=!1,ht=mn.getUniforms(),rn=Fe.uniforms;if(Te.useProgram(mn.program)&&(Lr=!0,ji=!0,gs=!0),Z.id!==Q&&(Q=Z.id,ji=!0),Lr||te!==b){Te.buffers.depth.getReversed()&&b.reversedDepth!==!0&&(b._reversedDepth=!0,b.updateProjectionMatrix()),ht.setValue(k,"projectionMatrix",b.projectionMatrix),ht.setValue(k,"viewMatrix",b.matrixWorldInverse);let gn=ht.map.cameraPosition;gn!==void 0&&gn.setValue(k,Rn.setFromMatrixPosition(b.matrixWorld)),at.logarithmicDepthBuffer&&ht.setValue(k,"logDepthBufFC",2/(Math.log(b.far+1)/Math.LN2)),(Z.isMeshPhongMaterial||Z.isMeshToonMaterial||Z.isMeshLambertMaterial||Z.isMeshBasicMaterial||Z.isMeshStandardMaterial||Z.isShaderMaterial)&&ht.setValue(k,"isOrthographic",b.isOrthographicCamera===!0),te!==b&&(te=b,ji=!0,gs=!0)}if(Fe.needsLights&&(pn.state.sunShadowMap.length>0&&ht.setValue(k,"sunShadowMap",pn.state.sunShadowMap,$e),pn.state.directionalShadowMap.length>0&&ht.setValue(k,"directionalShadowMap",pn.state.directionalShadowMap,$e),pn.state.spotShadowMap.length>0&&ht.setValue(k,"spotShadowMap",pn.state.spotShadowMap,$e),pn.state.pointShadowMap.length>0&&ht.setValue(k,"pointShadowMap",pn.state.pointShadowMap,$e)),K.isSkinnedMesh){ht.setOptional(k,K,"bindMatrix"),ht.setOptional(k,K,"bindMatrixInverse");let Ft=K.skeleton;Ft&&(Ft.boneTexture===null&&Ft.computeBoneTexture(),ht.setValue(k,"boneTexture",Ft.boneTexture,$e))}K.isBatchedMesh&&(ht.setOptional(k,K,"batchingTexture"),ht.setValue(k,"batchingTexture",K._matricesTexture,$e),ht.setOptional(k,K,"batchingIdTexture"),ht.setValue(k,"batchingIdTexture",K._indirectTexture,$e),ht.setOptional(k,K,"batchingColorTexture"),K._colorsTexture!==null&&ht.setValue(k,"batchingColorTexture",K._colorsTexture,$e));let $n=ee.morphAttributes;if(($n.position!==void 0||$n.normal!==void 0||$n.color!==void 0)&&ae.update(K,ee,mn),(ji||Fe.receiveShadow!==K.receiveShadow)&&(Fe.receiveShadow=K.receiveShadow,ht.setValue(k,"receiveShadow",K.receiveShadow)),(Z.isMeshStandardMaterial||Z.isMeshLambertMaterial||Z.isMeshPhongMaterial)&&Z.envMap===null&&z.environment!==null&&(rn.envMapIntensity.value=z.environmentIntensity),rn.dfgLUT!==void 0&&(rn.dfgLUT.value=Lw()),ji){if(ht.setValue(k,"toneMappingExposure",O.toneMappingExposure),Fe.needsLights&&Pr(rn,gs),Ae&&Z.fog===!0&&ye.refreshFogUniforms(rn,Ae),ye.refreshMaterialUniforms(rn,Z,we,Re,A.state.transmissionRenderTarget[b.id]),Fe.needsLights&&Fe.numLightProbeGrids>0){let Ft=w,gn=0;for(let Vn of A.state.lightProbeGridArray)Vn.texture!==null&&(Ft.textures[gn]=Vn.texture,Ft.min[gn]=Vn.boundingBox.min,Ft.max[gn]=Vn.boundingBox.max,Ft.resolution[gn]=Vn.resolution,gn++);for(let Vn in Ft)Ft[Vn].length=gn;rn.probesSH.value=Ft.textures,rn.probesMin.value=Ft.min,rn.probesMax.value=Ft.max,rn.probesResolution.value=Ft.resolution}wo.upload(k,Us(Fe),rn,$e)}if(Z.isShaderMaterial&&Z.uniformsNeedUpdate===!0&&(wo.upload(k,Us(Fe),rn,$e),Z.uniformsNeedUpdate=!1),Z.isSpriteMaterial&&ht.setValue(k,"center",K.center),ht.setValue(k,"modelViewMatrix",K.modelViewMatrix),ht.setValue(k,"normalMatrix",K.normalMatrix),ht.setValue(k,"modelMatrix",K.matrixWorld),Z.uniformsGroups!==void 0){let Ft=Z.uniformsGroups;for(let gn=0,Vn=Ft.length;gn<Vn;gn++){let il=Ft[gn];Xe.update(il,mn),Xe.bind(il,mn)}}return mn}function Pr(b,z){b.ambientLightColor.needsUpdate=z,b.lightProbe.needsUpdate=z,b.sunLights.needsUpdate=z,b.sunLightShadows.needsUpdate=z,b.directionalLights.needsUpdate=z,b.directionalLightShadows.needsUpdate=z,b.pointLights.needsUpdate=z,b.pointLightShadows.needsUpdate=z,b.spotLights.needsUpdate=z,b.spotLightShadows.needsUpdate=z,b.rectAreaLights.needsUpdate=z,b.hemisphereLights.needsUpdate=z}function Os(b){return b.isMeshLambertMaterial||b.isMeshToonMaterial||b.isMeshPhongMaterial||b.isMeshStandardMaterial||b.isShadowMaterial||b.isShaderMaterial&&b.lights===!0}this.getActiveCubeFace=function(){return J},this.getActiveMipmapLevel=function(){return W},this.getRenderTarget=function(){return ue},this.setRenderTargetTextures=function(b,z,ee){let Z=Ge.get(b);Z.__autoAllocateDepthBuffer=b.resolveDepthBuffer===!1,Z.__autoAllocateDepthBuffer===!1&&(Z.__useRenderToTexture=!1),Ge.get(b.texture).__webglTexture=z,Ge.get(b.depthTexture).__webglTexture=Z.__autoAllocateDepthBuffer?void 0:ee,Z.__hasExternalTextures=!0},this.setRenderTargetFramebuffer=function(b,z){let ee=Ge.get(b);ee.__webglFramebuffer=z,ee.__useDefaultFramebuffer=z===void 0},this.setRenderTarget=function(b,z=0,ee=0){ue=b,J=z,W=ee;let Z=null,K=!1,Ae=!1;if(b){let Ce=Ge.get(b);if(Ce.__useDefaultFramebuffer!==void 0){Te.bindFramebuffer(k.FRAMEBUFFER,Ce.__webglFramebuffer),oe.copy(b.viewport),pe.copy(b.scissor),fe=b.scissorTest,Te.viewport(oe),Te.scissor(pe),Te.setScissorTest(fe),Q=-1;return}else if(Ce.__webglFramebuffer===void 0)$e.setupRenderTarget(b);else if(Ce.__hasExternalTextures)$e.rebindTextures(b,Ge.get(b.texture).__webglTexture,Ge.get(b.depthTexture).__webglTexture);else if(b.depthBuffer){let nt=b.depthTexture;if(Ce.__boundDepthTexture!==nt){if(nt!==null&&Ge.has(nt)&&(b.width!==nt.image.width||b.height!==nt.image.height))throw new Error("THREE.WebGLRenderer: Attached DepthTexture is initialized to the incorrect size.");$e.setupDepthRenderbuffer(b)}}let De=b.texture;(De.isData3DTexture||De.isDataArrayTexture||De.isCompressedArrayTexture)&&(Ae=!0);let Ve=Ge.get(b).__webglFramebuffer;b.isWebGLCubeRenderTarget?(Array.isArray(Ve[z])?Z=Ve[z][ee]:Z=Ve[z],K=!0):b.samples>0&&$e.useMultisampledRTT(b)===!1?Z=Ge.get(b).__webglMultisampledFramebuffer:Array.isArray(Ve)?Z=Ve[ee]:Z=Ve,oe.copy(b.viewport),pe.copy(b.scissor),fe=b.scissorTest}else oe.copy(We).multiplyScalar(we).floor(),pe.copy(dt).multiplyScalar(we).floor(),fe=ct;if(ee!==0&&(Z=X),Te.bindFramebuffer(k.FRAMEBUFFER,Z)&&Te.drawBuffers(b,Z),Te.viewport(oe),Te.scissor(pe),Te.setScissorTest(fe),K){let Ce=Ge.get(b.texture);k.framebufferTexture2D(k.FRAMEBUFFER,k.COLOR_ATTACHMENT0,k.TEXTURE_CUBE_MAP_POSITIVE_X+z,Ce.__webglTexture,ee)}else if(Ae){let Ce=z;for(let De=0;De<b.textures.length;De++){let Ve=Ge.get(b.textures[De]);k.framebufferTextureLayer(k.FRAMEBUFFER,k.COLOR_ATTACHMENT0+De,Ve.__webglTexture,ee,Ce)}}else if(b!==null&&ee!==0){let Ce=Ge.get(b.texture);k.framebufferTexture2D(k.FRAMEBUFFER,k.COLOR_ATTACHMENT0,k.TEXTURE_2D,Ce.__webglTexture,ee)}Q=-1};function Ir(b){let z=Ge.get(b);return(z.__readFormat!==b.format||z.__readType!==b.type)&&(z.__readFormat=b.format,z.__readType=b.type,z.__formatReadable=at.textureFormatReadable(b.format),z.__typeReadable=at.textureTypeReadable(b.type)),z}this.readRenderTargetPixels=function(b,z,ee,Z,K,Ae,Le,Ce=0){if(!(b&&b.isWebGLRenderTarget)){tt("WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");return}let De=Ge.get(b).__webglFramebuffer;if(b.isWebGLCubeRenderTarget&&Le!==void 0&&(De=De[Le],Array.isArray(De)&&(De=De[0])),De){Te.bindFramebuffer(k.FRAMEBUFFER,De);try{let Ve=b.textures[Ce],nt=Ve.format,ft=Ve.type;b.textures.length>1&&k.readBuffer(k.COLOR_ATTACHMENT0+Ce);let ze=Ir(Ve);if(ze.__formatReadable===!1){tt("WebGLRenderer.readRenderTargetPixels: renderTarget is not in RGBA or implementation defined format.");return}if(ze.__typeReadable===!1){tt("WebGLRenderer.readRenderTargetPixels: renderTarget is not in UnsignedByteType or implementation defined type.");return}z>=0&&z<=b.width-Z&&ee>=0&&ee<=b.height-K&&k.readPixels(z,ee,Z,K,xe.convert(nt),xe.convert(ft),Ae)}finally{let Ve=ue!==null?Ge.get(ue).__webglFramebuffer:null;Te.bindFramebuffer(k.FRAMEBUFFER,Ve)}}},this.readRenderTargetPixelsAsync=async function(b,z,ee,Z,K,Ae,Le,Ce=0){if(!(b&&b.isWebGLRenderTarget))throw new Error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");let De=Ge.get(b).__webglFramebuffer;if(b.isWebGLCubeRenderTarget&&Le!==void 0&&(De=De[Le],Array.isArray(De)&&(De=De[0])),De)if(z>=0&&z<=b.width-Z&&ee>=0&&ee<=b.height-K){Te.bindFramebuffer(k.FRAMEBUFFER,De);let Ve=b.textures[Ce],nt=Ve.format,ft=Ve.type;b.textures.length>1&&k.readBuffer(k.COLOR_ATTACHMENT0+Ce);let ze=Ir(Ve);if(ze.__formatReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in RGBA or implementation defined format.");if(ze.__typeReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in UnsignedByteType or implementation defined type.");let pt=k.createBuffer();k.bindBuffer(k.PIXEL_PACK_BUFFER,pt),k.bufferData(k.PIXEL_PACK_BUFFER,Ae.byteLength,k.STREAM_READ),k.readPixels(z,ee,Z,K,xe.convert(nt),xe.convert(ft),0),k.bindBuffer(k.PIXEL_PACK_BUFFER,null);let tn=ue!==null?Ge.get(ue).__webglFramebuffer:null;Te.bindFramebuffer(k.FRAMEBUFFER,tn);let Ut=k.fenceSync(k.SYNC_GPU_COMMANDS_COMPLETE,0);return k.flush(),await og(k,Ut,4),k.bindBuffer(k.PIXEL_PACK_BUFFER,pt),k.getBufferSubData(k.PIXEL_PACK_BUFFER,0,Ae),k.bindBuffer(k.PIXEL_PACK_BUFFER,null),k.deleteBuffer(pt),k.deleteSync(Ut),Ae}else throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: requested read bounds are out of range.")},this.copyFramebufferToTexture=function(b,z=null,ee=0){let Z=Math.pow(2,-ee),K=Math.floor(b.image.width*Z),Ae=Math.floor(b.image.height*Z),Le=z!==null?z.x:0,Ce=z!==null?z.y:0;$e.setTexture2D(b,0),k.copyTexSubImage2D(k.TEXTURE_2D,ee,0,0,Le,Ce,K,Ae),Te.unbindTexture()},this.copyTextureToTexture=function(b,z,ee=null,Z=null,K=0,Ae=0){let Le,Ce,De,Ve,nt,ft,ze,pt,tn,Ut=b.isCompressedTexture?b.mipmaps[Ae]:b.image;if(ee!==null)Le=ee.max.x-ee.min.x,Ce=ee.max.y-ee.min.y,De=ee.isBox3?ee.max.z-ee.min.z:1,Ve=ee.min.x,nt=ee.min.y,ft=ee.isBox3?ee.min.z:0;else{let ht=Math.pow(2,-K);Le=Math.floor(Ut.width*ht),Ce=Math.floor(Ut.height*ht),b.isDataArrayTexture?De=Ut.depth:b.isData3DTexture?De=Math.floor(Ut.depth*ht):De=1,Ve=0,nt=0,ft=0}Z!==null?(ze=Z.x,pt=Z.y,tn=Z.z):(ze=0,pt=0,tn=0);let Ot=xe.convert(z.format),Sn=xe.convert(z.type),Fe;z.isData3DTexture?($e.setTexture3D(z,0),Fe=k.TEXTURE_3D):z.isDataArrayTexture||z.isCompressedArrayTexture?($e.setTexture2DArray(z,0),Fe=k.TEXTURE_2D_ARRAY):($e.setTexture2D(z,0),Fe=k.TEXTURE_2D),Te.activeTexture(k.TEXTURE0),Te.pixelStorei(k.UNPACK_FLIP_Y_WEBGL,z.flipY),Te.pixelStorei(k.UNPACK_PREMULTIPLY_ALPHA_WEBGL,z.premultiplyAlpha),Te.pixelStorei(k.UNPACK_ALIGNMENT,z.unpackAlignment);let pn=Te.getParameter(k.UNPACK_ROW_LENGTH),St=Te.getParameter(k.UNPACK_IMAGE_HEIGHT),ms=Te.getParameter(k.UNPACK_SKIP_PIXELS),mn=Te.getParameter(k.UNPACK_SKIP_ROWS),Lr=Te.getParameter(k.UNPACK_SKIP_IMAGES);Te.pixelStorei(k.UNPACK_ROW_LENGTH,Ut.width),Te.pixelStorei(k.UNPACK_IMAGE_HEIGHT,Ut.height),Te.pixelStorei(k.UNPACK_SKIP_PIXELS,Ve),Te.pixelStorei(k.UNPACK_SKIP_ROWS,nt),Te.pixelStorei(k.UNPACK_SKIP_IMAGES,ft);let ji=b.isDataArrayTexture||b.isData3DTexture,gs=z.isDataArrayTexture||z.isData3DTexture;if(b.isDepthTexture){let ht=Ge.get(b),rn=Ge.get(z),$n=Ge.get(ht.__renderTarget),Ft=Ge.get(rn.__renderTarget);Te.bindFramebuffer(k.READ_FRAMEBUFFER,$n.__webglFramebuffer),Te.bindFramebuffer(k.DRAW_FRAMEBUFFER,Ft.__webglFramebuffer);for(let gn=0;gn<De;gn++)ji&&(k.framebufferTextureLayer(k.READ_FRAMEBUFFER,k.COLOR_ATTACHMENT0,Ge.get(b).__webglTexture,K,ft+gn),k.framebufferTextureLayer(k.DRAW_FRAMEBUFFER,k.COLOR_ATTACHMENT0,Ge.get(z).__webglTexture,Ae,tn+gn)),k.blitFramebuffer(Ve,nt,Ve+Le,nt+Ce,ze,pt,ze+Le,pt+Ce,k.DEPTH_BUFFER_BIT,k.NEAREST);Te.bindFramebuffer(k.READ_FRAMEBUFFER,null),Te.bindFramebuffer(k.DRAW_FRAMEBUFFER,null)}else if(K!==0||b.isRenderTargetTexture||Ge.has(b)){let ht=Ge.get(b),rn=Ge.get(z);Te.bindFramebuffer(k.READ_FRAMEBUFFER,N),Te.bindFramebuffer(k.DRAW_FRAMEBUFFER,q);for(let $n=0;$n<De;$n++)ji?k.framebufferTextureLayer(k.READ_FRAMEBUFFER,k.COLOR_ATTACHMENT0,ht.__webglTexture,K,ft+$n):k.framebufferTexture2D(k.READ_FRAMEBUFFER,k.COLOR_ATTACHMENT0,k.TEXTURE_2D,ht.__webglTexture,K),gs?k.framebufferTextureLayer(k.DRAW_FRAMEBUFFER,k.COLOR_ATTACHMENT0,rn.__webglTexture,Ae,tn+$n):k.framebufferTexture2D(k.DRAW_FRAMEBUFFER,k.COLOR_ATTACHMENT0,k.TEXTURE_2D,rn.__webglTexture,Ae),K!==0?k.blitFramebuffer(Ve,nt,Ve+Le,nt+Ce,ze,pt,ze+Le,pt+Ce,k.COLOR_BUFFER_BIT,k.NEAREST):gs?k.copyTexSubImage3D(Fe,Ae,ze,pt,tn+$n,Ve,nt,Le,Ce):k.copyTexSubImage2D(Fe,Ae,ze,pt,Ve,nt,Le,Ce);Te.bindFramebuffer(k.READ_FRAMEBUFFER,null),Te.bindFramebuffer(k.DRAW_FRAMEBUFFER,null)}else gs?b.isDataTexture||b.isData3DTexture?k.texSubImage3D(Fe,Ae,ze,pt,tn,Le,Ce,De,Ot,Sn,Ut.data):z.isCompressedArrayTexture?k.compressedTexSubImage3D(Fe,Ae,ze,pt,tn,Le,Ce,De,Ot,Ut.data):k.texSubImage3D(Fe,Ae,ze,pt,tn,Le,Ce,De,Ot,Sn,Ut):b.isDataTexture?k.texSubImage2D(k.TEXTURE_2D,Ae,ze,pt,Le,Ce,Ot,Sn,Ut.data):b.isCompressedTexture?k.compressedTexSubImage2D(k.TEXTURE_2D,Ae,ze,pt,Ut.width,Ut.height,Ot,Ut.data):k.texSubImage2D(k.TEXTURE_2D,Ae,ze,pt,Le,Ce,Ot,Sn,Ut);Te.pixelStorei(k.UNPACK_ROW_LENGTH,pn),Te.pixelStorei(k.UNPACK_IMAGE_HEIGHT,St),Te.pixelStorei(k.UNPACK_SKIP_PIXELS,ms),Te.pixelStorei(k.UNPACK_SKIP_ROWS,mn),Te.pixelStorei(k.UNPACK_SKIP_IMAGES,Lr),Ae===0&&z.generateMipmaps===!0&&z.mipmapsAutoUpdate===!0&&k.generateMipmap(Fe),Te.unbindTexture()},this.initRenderTarget=function(b){Ge.get(b).__webglFramebuffer===void 0&&$e.setupRenderTarget(b)},this.initTexture=function(b){b.isCubeTexture?$e.setTextureCube(b,0):b.isData3DTexture?$e.setTexture3D(b,0):b.isDataArrayTexture||b.isCompressedArrayTexture?$e.setTexture2DArray(b,0):$e.setTexture2D(b,0),Te.unbindTexture()},this.resetState=function(){J=0,W=0,ue=null,Te.reset(),be.reset()},typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}get coordinateSystem(){return Ii}get outputColorSpace(){return this._outputColorSpace}set outputColorSpace(e){this._outputColorSpace=e;let t=this.getContext();t.drawingBufferColorSpace=bt._getDrawingBufferColorSpace(e),t.unpackColorSpace=bt._getUnpackColorSpace()}};var qg={type:"change"},Yd={type:"start"},$g={type:"end"},bh=new $s,Yg=new mi,Nw=Math.cos(70*Id.DEG2RAD),En=new $,oi=2*Math.PI,It={NONE:-1,ROTATE:0,DOLLY:1,PAN:2,TOUCH_ROTATE:3,TOUCH_PAN:4,TOUCH_DOLLY_PAN:5,TOUCH_DOLLY_ROTATE:6},qd=1e-6,wh=class extends Na{constructor(e,t=null){super(e,t),this.state=It.NONE,this.target=new $,this.cursor=new $,this.minDistance=0,this.maxDistance=1/0,this.minZoom=0,this.maxZoom=1/0,this.minTargetRadius=0,this.maxTargetRadius=1/0,this.minPolarAngle=0,this.maxPolarAngle=Math.PI,this.minAzimuthAngle=-1/0,this.maxAzimuthAngle=1/0,this.enableDamping=!1,this.dampingFactor=.05,this.enableZoom=!0,this.zoomSpeed=1,this.enableRotate=!0,this.rotateSpeed=1,this.keyRotateSpeed=1,this.enablePan=!0,this.panSpeed=1,this.screenSpacePanning=!0,this.keyPanSpeed=7,this.zoomToCursor=!1,this.autoRotate=!1,this.autoRotateSpeed=2,this.keys={LEFT:"ArrowLeft",UP:"ArrowUp",RIGHT:"ArrowRight",BOTTOM:"ArrowDown"},this.mouseButtons={LEFT:Qs.ROTATE,MIDDLE:Qs.DOLLY,RIGHT:Qs.PAN},this.touches={ONE:er.ROTATE,TWO:er.DOLLY_PAN},this.target0=this.target.clone(),this.position0=this.object.position.clone(),this.zoom0=this.object.zoom,this._cursorStyle="auto",this._domElementKeyEvents=null,this._lastPosition=new $,this._lastQuaternion=new _i,this._lastTargetPosition=new $,this._quat=new _i().setFromUnitVectors(e.up,new $(0,1,0)),this._quatInverse=this._quat.clone().invert(),this._spherical=new xo,this._sphericalDelta=new xo,this._scale=1,this._panOffset=new $,this._rotateStart=new Ke,this._rotateEnd=new Ke,this._rotateDelta=new Ke,this._panStart=new Ke,this._panEnd=new Ke,this._panDelta=new Ke,this._dollyStart=new Ke,this._dollyEnd=new Ke,this._dollyDelta=new Ke,this._dollyDirection=new $,this._mouse=new Ke,this._performCursorZoom=!1,this._pointers=[],this._pointerPositions={},this._controlActive=!1,this._onPointerMove=Ow.bind(this),this._onPointerDown=Uw.bind(this),this._onPointerUp=Fw.bind(this),this._onContextMenu=Ww.bind(this),this._onMouseWheel=zw.bind(this),this._onKeyDown=Vw.bind(this),this._onTouchStart=Gw.bind(this),this._onTouchMove=Hw.bind(this),this._onMouseDown=Bw.bind(this),this._onMouseMove=kw.bind(this),this._interceptControlDown=Xw.bind(this),this._interceptControlUp=qw.bind(this),this.domElement!==null&&this.connect(this.domElement),this.update()}set cursorStyle(e){this._cursorStyle=e,e==="grab"?this.domElement.style.cursor="grab":this.domElement.style.cursor="auto"}get cursorStyle(){return this._cursorStyle}connect(e){super.connect(e),this.domElement.addEventListener("pointerdown",this._onPointerDown),this.domElement.addEventListener("pointercancel",this._onPointerUp),this.domElement.addEventListener("contextmenu",this._onContextMenu),this.domElement.addEventListener("wheel",this._onMouseWheel,{passive:!1}),this.domElement.ownerDocument.addEventListener("keydown",this._interceptControlDown,{passive:!0,capture:!0}),this.domElement.style.touchAction="none"}disconnect(){this.state=It.NONE,this.domElement.removeEventListener("pointerdown",this._onPointerDown),this.domElement.ownerDocument.removeEventListener("pointermove",this._onPointerMove),this.domElement.ownerDocument.removeEventListener("pointerup",this._onPointerUp),this.domElement.removeEventListener("pointercancel",this._onPointerUp),this.domElement.removeEventListener("wheel",this._onMouseWheel),this.domElement.removeEventListener("contextmenu",this._onContextMenu),this.stopListenToKeyEvents(),this.domElement.ownerDocument.removeEventListener("keydown",this._interceptControlDown,{capture:!0}),this.domElement.ownerDocument.removeEventListener("keyup",this._interceptControlUp,{capture:!0}),this._controlActive=!1,this._pointers.length=0,this._pointerPositions={},this.domElement.style.touchAction="",this.domElement.style.cursor="auto"}dispose(){this.disconnect()}getPolarAngle(){return this._spherical.phi}getAzimuthalAngle(){return this._spherical.theta}getDistance(){return this.object.position.distanceTo(this.target)}listenToKeyEvents(e){e.addEventListener("keydown",this._onKeyDown),this._domElementKeyEvents=e}stopListenToKeyEvents(){this._domElementKeyEvents!==null&&(this._domElementKeyEvents.removeEventListener("keydown",this._onKeyDown),this._domElementKeyEvents=null)}saveState(){this.target0.copy(this.target),this.position0.copy(this.object.position),this.zoom0=this.object.zoom}reset(){this.target.copy(this.target0),this.object.position.copy(this.position0),this.object.zoom=this.zoom0,this.object.updateProjectionMatrix(),this.dispatchEvent(qg),this.update(),this.state=It.NONE}pan(e,t){this._pan(e,t),this.update()}dollyIn(e){this._dollyIn(e),this.update()}dollyOut(e){this._dollyOut(e),this.update()}rotateLeft(e){this._rotateLeft(e),this.update()}rotateUp(e){this._rotateUp(e),this.update()}update(e=null){let t=this.object.position;En.copy(t).sub(this.target),En.applyQuaternion(this._quat),this._spherical.setFromVector3(En),this.autoRotate&&this.state===It.NONE&&this._rotateLeft(this._getAutoRotationAngle(e)),this.enableDamping?(this._spherical.theta+=this._sphericalDelta.theta*this.dampingFactor,this._spherical.phi+=this._sphericalDelta.phi*this.dampingFactor):(this._spherical.theta+=this._sphericalDelta.theta,this._spherical.phi+=this._sphericalDelta.phi);let n=this.minAzimuthAngle,s=this.maxAzimuthAngle;isFinite(n)&&isFinite(s)&&(n<-Math.PI?n+=oi:n>Math.PI&&(n-=oi),s<-Math.PI?s+=oi:s>Math.PI&&(s-=oi),n<=s?this._spherical.theta=Math.max(n,Math.min(s,this._spherical.theta)):this._spherical.theta=this._spherical.theta>(n+s)/2?Math.max(n,this._spherical.theta):Math.min(s,this._spherical.theta)),this._spherical.phi=Math.max(this.minPolarAngle,Math.min(this.maxPolarAngle,this._spherical.phi)),this._spherical.makeSafe(),this.enableDamping===!0?this.target.addScaledVector(this._panOffset,this.dampingFactor):this.target.add(this._panOffset),this.target.sub(this.cursor),this.target.clampLength(this.minTargetRadius,this.maxTargetRadius),this.target.add(this.cursor);let r=!1;if(this.zoomToCursor&&this._performCursorZoom||this.object.isOrthographicCamera)this._spherical.radius=this._clampDistance(this._spherical.radius);else{let o=this._spherical.radius;this._spherical.radius=this._clampDistance(this._spherical.radius*this._scale),r=o!=this._spherical.radius}if(En.setFromSpherical(this._spherical),En.applyQuaternion(this._quatInverse),t.copy(this.target).add(En),this.object.lookAt(this.target),this.enableDamping===!0?(this._sphericalDelta.theta*=1-this.dampingFactor,this._sphericalDelta.phi*=1-this.dampingFactor,this._panOffset.multiplyScalar(1-this.dampingFactor)):(this._sphericalDelta.set(0,0,0),this._panOffset.set(0,0,0)),this.zoomToCursor&&this._performCursorZoom){let o=null;if(this.object.isPerspectiveCamera){let a=En.length();o=this._clampDistance(a*this._scale);let l=a-o;this.object.position.addScaledVector(this._dollyDirection,l),this.object.updateMatrixWorld(),r=!!l}else if(this.object.isOrthographicCamera){let a=new $(this._mouse.x,this._mouse.y,0);a.unproject(this.object);let l=this.object.zoom;this.object.zoom=Math.max(this.minZoom,Math.min(this.maxZoom,this.object.zoom/this._scale)),this.object.updateProjectionMatrix(),r=l!==this.object.zoom;let c=new $(this._mouse.x,this._mouse.y,0);c.unproject(this.object),this.object.position.sub(c).add(a),this.object.updateMatrixWorld(),o=En.length()}else console.warn("WARNING: OrbitControls.js encountered an unknown camera type - zoom to cursor disabled."),this.zoomToCursor=!1;o!==null&&(this.screenSpacePanning?this.target.set(0,0,-1).transformDirection(this.object.matrix).multiplyScalar(o).add(this.object.position):(bh.origin.copy(this.object.position),bh.direction.set(0,0,-1).transformDirection(this.object.matrix),Math.abs(this.object.up.dot(bh.direction))<Nw?this.object.lookAt(this.target):(Yg.setFromNormalAndCoplanarPoint(this.object.up,this.target),bh.intersectPlane(Yg,this.target))))}else if(this.object.isOrthographicCamera){let o=this.object.zoom;this.object.zoom=Math.max(this.minZoom,Math.min(this.maxZoom,this.object.zoom/this._scale)),o!==this.object.zoom&&(this.object.updateProjectionMatrix(),r=!0)}return this._scale=1,this._performCursorZoom=!1,r||this._lastPosition.distanceToSquared(this.object.position)>qd||8*(1-this._lastQuaternion.dot(this.object.quaternion))>qd||this._lastTargetPosition.distanceToSquared(this.target)>qd?(this.dispatchEvent(qg),this._lastPosition.copy(this.object.position),this._lastQuaternion.copy(this.object.quaternion),this._lastTargetPosition.copy(this.target),!0):!1}_getAutoRotationAngle(e){return e!==null?oi/60*this.autoRotateSpeed*e:oi/60/60*this.autoRotateSpeed}_getZoomScale(e){let t=Math.abs(e*.01);return Math.pow(.95,this.zoomSpeed*t)}_rotateLeft(e){this._sphericalDelta.theta-=e}_rotateUp(e){this._sphericalDelta.phi-=e}_panLeft(e,t){En.setFromMatrixColumn(t,0),En.multiplyScalar(-e),this._panOffset.add(En)}_panUp(e,t){this.screenSpacePanning===!0?En.setFromMatrixColumn(t,1):(En.setFromMatrixColumn(t,0),En.crossVectors(this.object.up,En)),En.multiplyScalar(e),this._panOffset.add(En)}_pan(e,t){let n=this.domElement;if(this.object.isPerspectiveCamera){let s=this.object.position;En.copy(s).sub(this.target);let r=En.length();r*=Math.tan(this.object.fov/2*Math.PI/180),this._panLeft(2*e*r/n.clientHeight,this.object.matrix),this._panUp(2*t*r/n.clientHeight,this.object.matrix)}else this.object.isOrthographicCamera?(this._panLeft(e*(this.object.right-this.object.left)/this.object.zoom/n.clientWidth,this.object.matrix),this._panUp(t*(this.object.top-this.object.bottom)/this.object.zoom/n.clientHeight,this.object.matrix)):(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - pan disabled."),this.enablePan=!1)}_dollyOut(e){this.object.isPerspectiveCamera||this.object.isOrthographicCamera?this._scale/=e:(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - dolly/zoom disabled."),this.enableZoom=!1)}_dollyIn(e){this.object.isPerspectiveCamera||this.object.isOrthographicCamera?this._scale*=e:(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - dolly/zoom disabled."),this.enableZoom=!1)}_updateZoomParameters(e,t){if(!this.zoomToCursor)return;this._performCursorZoom=!0;let n=this.domElement.getBoundingClientRect(),s=e-n.left,r=t-n.top,o=n.width,a=n.height;this._mouse.x=s/o*2-1,this._mouse.y=-(r/a)*2+1,this._dollyDirection.set(this._mouse.x,this._mouse.y,1).unproject(this.object).sub(this.object.position).normalize()}_clampDistance(e){return Math.max(this.minDistance,Math.min(this.maxDistance,e))}_handleMouseDownRotate(e){this._rotateStart.set(e.clientX,e.clientY)}_handleMouseDownDolly(e){this._updateZoomParameters(e.clientX,e.clientY),this._dollyStart.set(e.clientX,e.clientY)}_handleMouseDownPan(e){this._panStart.set(e.clientX,e.clientY)}_handleMouseMoveRotate(e){this._rotateEnd.set(e.clientX,e.clientY),this._rotateDelta.subVectors(this._rotateEnd,this._rotateStart).multiplyScalar(this.rotateSpeed);let t=this.domElement;this._rotateLeft(oi*this._rotateDelta.x/t.clientHeight),this._rotateUp(oi*this._rotateDelta.y/t.clientHeight),this._rotateStart.copy(this._rotateEnd),this.update()}_handleMouseMoveDolly(e){this._dollyEnd.set(e.clientX,e.clientY),this._dollyDelta.subVectors(this._dollyEnd,this._dollyStart),this._dollyDelta.y>0?this._dollyOut(this._getZoomScale(this._dollyDelta.y)):this._dollyDelta.y<0&&this._dollyIn(this._getZoomScale(this._dollyDelta.y)),this._dollyStart.copy(this._dollyEnd),this.zoomToCursor&&(this._performCursorZoom=!0,this._dollyDirection.set(this._mouse.x,this._mouse.y,1).unproject(this.object).sub(this.object.position).normalize()),this.update()}_handleMouseMovePan(e){this._panEnd.set(e.clientX,e.clientY),this._panDelta.subVectors(this._panEnd,this._panStart).multiplyScalar(this.panSpeed),this._pan(this._panDelta.x,this._panDelta.y),this._panStart.copy(this._panEnd),this.update()}_handleMouseWheel(e){this._updateZoomParameters(e.clientX,e.clientY),e.deltaY<0?this._dollyIn(this._getZoomScale(e.deltaY)):e.deltaY>0&&this._dollyOut(this._getZoomScale(e.deltaY)),this.update()}_handleKeyDown(e){let t=!1;switch(e.code){case this.keys.UP:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateUp(oi*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(0,this.keyPanSpeed),t=!0;break;case this.keys.BOTTOM:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateUp(-oi*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(0,-this.keyPanSpeed),t=!0;break;case this.keys.LEFT:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateLeft(oi*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(this.keyPanSpeed,0),t=!0;break;case this.keys.RIGHT:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateLeft(-oi*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(-this.keyPanSpeed,0),t=!0;break}t&&(e.preventDefault(),this.update())}_handleTouchStartRotate(e){if(this._pointers.length===1)this._rotateStart.set(e.pageX,e.pageY);else{let t=this._getSecondPointerPosition(e),n=.5*(e.pageX+t.x),s=.5*(e.pageY+t.y);this._rotateStart.set(n,s)}}_handleTouchStartPan(e){if(this._pointers.length===1)this._panStart.set(e.pageX,e.pageY);else{let t=this._getSecondPointerPosition(e),n=.5*(e.pageX+t.x),s=.5*(e.pageY+t.y);this._panStart.set(n,s)}}_handleTouchStartDolly(e){let t=this._getSecondPointerPosition(e),n=e.pageX-t.x,s=e.pageY-t.y,r=Math.sqrt(n*n+s*s);this._dollyStart.set(0,r)}_handleTouchStartDollyPan(e){this.enableZoom&&this._handleTouchStartDolly(e),this.enablePan&&this._handleTouchStartPan(e)}_handleTouchStartDollyRotate(e){this.enableZoom&&this._handleTouchStartDolly(e),this.enableRotate&&this._handleTouchStartRotate(e)}_handleTouchMoveRotate(e){if(this._pointers.length==1)this._rotateEnd.set(e.pageX,e.pageY);else{let n=this._getSecondPointerPosition(e),s=.5*(e.pageX+n.x),r=.5*(e.pageY+n.y);this._rotateEnd.set(s,r)}this._rotateDelta.subVectors(this._rotateEnd,this._rotateStart).multiplyScalar(this.rotateSpeed);let t=this.domElement;this._rotateLeft(oi*this._rotateDelta.x/t.clientHeight),this._rotateUp(oi*this._rotateDelta.y/t.clientHeight),this._rotateStart.copy(this._rotateEnd)}_handleTouchMovePan(e){if(this._pointers.length===1)this._panEnd.set(e.pageX,e.pageY);else{let t=this._getSecondPointerPosition(e),n=.5*(e.pageX+t.x),s=.5*(e.pageY+t.y);this._panEnd.set(n,s)}this._panDelta.subVectors(this._panEnd,this._panStart).multiplyScalar(this.panSpeed),this._pan(this._panDelta.x,this._panDelta.y),this._panStart.copy(this._panEnd)}_handleTouchMoveDolly(e){let t=this._getSecondPointerPosition(e),n=e.pageX-t.x,s=e.pageY-t.y,r=Math.sqrt(n*n+s*s);this._dollyEnd.set(0,r),this._dollyDelta.set(0,Math.pow(this._dollyEnd.y/this._dollyStart.y,this.zoomSpeed)),this._dollyOut(this._dollyDelta.y),this._dollyStart.copy(this._dollyEnd);let o=(e.pageX+t.x)*.5,a=(e.pageY+t.y)*.5;this._updateZoomParameters(o,a)}_handleTouchMoveDollyPan(e){this.enableZoom&&this._handleTouchMoveDolly(e),this.enablePan&&this._handleTouchMovePan(e)}_handleTouchMoveDollyRotate(e){this.enableZoom&&this._handleTouchMoveDolly(e),this.enableRotate&&this._handleTouchMoveRotate(e)}_addPointer(e){this._pointers.push(e.pointerId)}_removePointer(e){delete this._pointerPositions[e.pointerId];for(let t=0;t<this._pointers.length;t++)if(this._pointers[t]==e.pointerId){this._pointers.splice(t,1);return}}_isTrackingPointer(e){for(let t=0;t<this._pointers.length;t++)if(this._pointers[t]==e.pointerId)return!0;return!1}_trackPointer(e){let t=this._pointerPositions[e.pointerId];t===void 0&&(t=new Ke,this._pointerPositions[e.pointerId]=t),t.set(e.pageX,e.pageY)}_getSecondPointerPosition(e){let t=e.pointerId===this._pointers[0]?this._pointers[1]:this._pointers[0];return this._pointerPositions[t]}_customWheelEvent(e){let t=e.deltaMode,n={clientX:e.clientX,clientY:e.clientY,deltaY:e.deltaY};switch(t){case 1:n.deltaY*=16;break;case 2:n.deltaY*=100;break}return e.ctrlKey&&!this._controlActive&&(n.deltaY*=10),n}};function Uw(i){this.enabled!==!1&&(this._pointers.length===0&&(this.domElement.setPointerCapture(i.pointerId),this.domElement.ownerDocument.addEventListener("pointermove",this._onPointerMove),this.domElement.ownerDocument.addEventListener("pointerup",this._onPointerUp)),!this._isTrackingPointer(i)&&(this._addPointer(i),i.pointerType==="touch"?this._onTouchStart(i):this._onMouseDown(i),this._cursorStyle==="grab"&&(this.domElement.style.cursor="grabbing")))}function Ow(i){this.enabled!==!1&&(i.pointerType==="touch"?this._onTouchMove(i):this._onMouseMove(i))}function Fw(i){switch(this._removePointer(i),this._pointers.length){case 0:this.domElement.releasePointerCapture(i.pointerId),this.domElement.ownerDocument.removeEventListener("pointermove",this._onPointerMove),this.domElement.ownerDocument.removeEventListener("pointerup",this._onPointerUp),this.dispatchEvent($g),this.state=It.NONE,this._cursorStyle==="grab"&&(this.domElement.style.cursor="grab");break;case 1:let e=this._pointers[0],t=this._pointerPositions[e];this._onTouchStart({pointerId:e,pageX:t.x,pageY:t.y});break}}function Bw(i){let e;switch(i.button){case 0:e=this.mouseButtons.LEFT;break;case 1:e=this.mouseButtons.MIDDLE;break;case 2:e=this.mouseButtons.RIGHT;break;default:e=-1}switch(e){case Qs.DOLLY:if(this.enableZoom===!1)return;this._handleMouseDownDolly(i),this.state=It.DOLLY;break;case Qs.ROTATE:if(i.ctrlKey||i.metaKey||i.shiftKey){if(this.enablePan===!1)return;this._handleMouseDownPan(i),this.state=It.PAN}else{if(this.enableRotate===!1)return;this._handleMouseDownRotate(i),this.state=It.ROTATE}break;case Qs.PAN:if(i.ctrlKey||i.metaKey||i.shiftKey){if(this.enableRotate===!1)return;this._handleMouseDownRotate(i),this.state=It.ROTATE}else{if(this.enablePan===!1)return;this._handleMouseDownPan(i),this.state=It.PAN}break;default:this.state=It.NONE}this.state!==It.NONE&&this.dispatchEvent(Yd)}function kw(i){switch(this.state){case It.ROTATE:if(this.enableRotate===!1)return;this._handleMouseMoveRotate(i);break;case It.DOLLY:if(this.enableZoom===!1)return;this._handleMouseMoveDolly(i);break;case It.PAN:if(this.enablePan===!1)return;this._handleMouseMovePan(i);break}}function zw(i){this.enabled===!1||this.enableZoom===!1||this.state!==It.NONE||(i.preventDefault(),this.dispatchEvent(Yd),this._handleMouseWheel(this._customWheelEvent(i)),this.dispatchEvent($g))}function Vw(i){this.enabled!==!1&&this._handleKeyDown(i)}function Gw(i){switch(this._trackPointer(i),this._pointers.length){case 1:switch(this.touches.ONE){case er.ROTATE:if(this.enableRotate===!1){this.state=It.NONE;break}this._handleTouchStartRotate(i),this.state=It.TOUCH_ROTATE;break;case er.PAN:if(this.enablePan===!1){this.state=It.NONE;break}this._handleTouchStartPan(i),this.state=It.TOUCH_PAN;break;default:this.state=It.NONE}break;case 2:switch(this.touches.TWO){case er.DOLLY_PAN:if(this.enableZoom===!1&&this.enablePan===!1)return;this._handleTouchStartDollyPan(i),this.state=It.TOUCH_DOLLY_PAN;break;case er.DOLLY_ROTATE:if(this.enableZoom===!1&&this.enableRotate===!1)return;this._handleTouchStartDollyRotate(i),this.state=It.TOUCH_DOLLY_ROTATE;break;default:this.state=It.NONE}break;default:this.state=It.NONE}this.state!==It.NONE&&this.dispatchEvent(Yd)}function Hw(i){switch(this._trackPointer(i),this.state){case It.TOUCH_ROTATE:if(this.enableRotate===!1)return;this._handleTouchMoveRotate(i),this.update();break;case It.TOUCH_PAN:if(this.enablePan===!1)return;this._handleTouchMovePan(i),this.update();break;case It.TOUCH_DOLLY_PAN:if(this.enableZoom===!1&&this.enablePan===!1)return;this._handleTouchMoveDollyPan(i),this.update();break;case It.TOUCH_DOLLY_ROTATE:if(this.enableZoom===!1&&this.enableRotate===!1)return;this._handleTouchMoveDollyRotate(i),this.update();break;default:this.state=It.NONE}}function Ww(i){this.enabled!==!1&&i.preventDefault()}function Xw(i){i.key==="Control"&&(this._controlActive=!0,this.domElement.ownerDocument.addEventListener("keyup",this._interceptControlUp,{passive:!0,capture:!0}))}function qw(i){i.key==="Control"&&(this._controlActive=!1,this.domElement.ownerDocument.removeEventListener("keyup",this._interceptControlUp,{passive:!0,capture:!0}))}var Yw=.7,$w=1.1,Zw=4,Jw=8,Kw=250,jw=new wa(1,1,1,10),Qw=new $(0,1,0),e1=[.45,-.8,.4],Th=class{constructor(){this.name="space",this.node=L("section",{class:"pane space",tabindex:0,"data-pane":"space",role:"group","aria-label":B("pane.space.label")}),this.node.append(L("div",{class:"pane-title",text:B("pane.space")})),this.node.addEventListener("focus",()=>{T.display.active="space",He("layout")}),this.draw=ln(()=>this.drawNow());let e=document.createElement("canvas"),t=e.getContext("webgl2",{antialias:!0});if(t)this.renderer=new vh({canvas:e,context:t});else{this.node.append(L("p",{class:"empty",role:"note",text:B("pane.space.none")}));return}this.build()}build(){this.node.prepend(this.renderer.domElement),this.renderer.setClearColor(724498),this.renderer.domElement.setAttribute("aria-hidden","true"),this.renderer.domElement.addEventListener("webglcontextrestored",()=>this.draw()),this.scene=new _a,this.camera=new Qn(30,1,1,5e3),this.camera.up.set(0,0,1),this.light=new Pa(16777215,2.2),this.scene.add(this.light,new Ia(16777215,1.1)),this.surfaces=new os,this.implant=new os,this.cross=new Da(12),this.cross.setColors(16777215,16777215,16777215),this.scene.add(this.surfaces,this.implant,this.cross),this.controls=new wh(this.camera,this.renderer.domElement),this.controls.addEventListener("change",()=>this.draw()),this.letters=["L","R","P","A","S","I"].map(e=>L("span",{class:"letter free",text:e})),this.node.append(...this.letters),new ResizeObserver(()=>this.resize()).observe(this.node),this.rods=new Map,this.slow=!0,yt("plan selection",()=>this.drawImplant()),yt("preview",()=>this.follow(()=>this.drawImplant())),yt("cursor",()=>this.follow(()=>this.draw())),yt("display",()=>this.showSurfaces()),this.listenToClicks(),this.drawImplant(),this.reset()}resize(){let{clientWidth:e,clientHeight:t}=this.node;!this.renderer||!e||!t||(this.renderer.setPixelRatio(window.devicePixelRatio||1),this.renderer.setSize(e,t,!1),this.camera.aspect=e/t,this.camera.updateProjectionMatrix(),this.draw())}setSurfaces(e,t){if(this.renderer){for(let n of t){let s=e[n.key];if(!s)continue;let r=new yi;r.setAttribute("position",new gi(new Float32Array(Zg(s.points)),3)),r.setIndex(new gi(new Uint32Array(Zg(s.triangles)),1)),r.computeVertexNormals();let o=n.kind==="target",a=new go({color:n.colour,transparent:!0,opacity:o?.5:n.kind==="body"?.08:.22,depthWrite:!1,side:Li}),l=new vi(r,a);l.userData={name:n.name},l.renderOrder=o?1:2,this.surfaces.add(l)}this.showSurfaces(),this.measure()}}showSurfaces(){for(let e of this.surfaces.children)e.visible=T.display.contours&&!T.display.hidden.has(e.userData.name);this.draw()}follow(e){clearTimeout(this.waiting),this.slow?this.waiting=setTimeout(e,Kw):e()}measure(){let e=this.renderer.getContext(),t=new Uint8Array(4),n=performance.now();this.drawNow(),e.readPixels(0,0,1,1,e.RGBA,e.UNSIGNED_BYTE,t),this.slow=performance.now()-n>Jw}drawImplant(){if(!this.renderer)return;let e=un(),t=new Set;for(let s of e?.needles??[]){let r=s.id===T.selection.needle,o=r?16777215:s.rules.length?16747100:10465472;t.add(this.rod(`needle${s.id}`,s.entry_mm,s.tip_mm,Yw*(r?1.5:1),o,{needle:s.id}))}let n=(e?.seed_length_mm??4.5)/2;for(let s of e?.seeds??[]){let r=a=>s.position_mm.map((l,c)=>l+a*n*s.direction[c]),o=s.id===T.selection.seed?16777215:15113984;t.add(this.rod(`seed${s.id}`,r(-1),r(1),$w,o,{needle:s.needle,seed:s.id}))}for(let[s,r]of this.rods)t.has(s)||(this.implant.remove(r),r.material.dispose(),this.rods.delete(s));this.draw()}rod(e,t,n,s,r,o){let a=this.rods.get(e);a||(a=new vi(jw,new go),this.rods.set(e,a),this.implant.add(a));let[l,c]=[new $(...t),new $(...n)],h=c.clone().sub(l);return a.material.color.setHex(r),a.scale.set(s,h.length(),s),a.position.copy(l.add(c).multiplyScalar(.5)),a.quaternion.setFromUnitVectors(Qw,h.normalize()),a.userData=o,e}reset(){if(!this.renderer)return;let e=new as,t=T.plan;for(let r of t?.needles??[])e.expandByPoint(new $(...r.entry_mm)).expandByPoint(new $(...r.tip_mm));for(let r of T.contours)r.structure.kind==="target"&&e.expandByPoint(new $(...r.centre()));e.isEmpty()&&e.expandByPoint(new $(...T.cursor)).expandByScalar(120);let n=e.getBoundingSphere(new As),s=Math.max(60,n.radius)*3.6;this.controls.target.copy(n.center),this.camera.position.copy(n.center).addScaledVector(new $(...e1).normalize(),s),this.controls.update(),this.letterAway=Math.max(60,n.radius)*.95,this.draw()}drawNow(){this.renderer&&(this.cross.position.set(...T.cursor),this.light.position.copy(this.camera.position),this.renderer.render(this.scene,this.camera),this.placeLetters(),this.node.classList.toggle("active",T.display.active==="space"))}placeLetters(){let{clientWidth:e,clientHeight:t}=this.node;this.letters.forEach((n,s)=>{let r=this.controls.target.clone();r.setComponent(s>>1,r.getComponent(s>>1)+(s&1?-1:1)*this.letterAway),r.project(this.camera);let o=Math.abs(r.x)<.96&&Math.abs(r.y)<.94&&r.z<1;n.style.visibility=o?"visible":"hidden",n.style.transform=`translate(${(r.x+1)/2*e-5}px, ${(1-r.y)/2*t-8}px)`})}listenToClicks(){let e=this.renderer.domElement,t=null;e.addEventListener("pointerdown",n=>t=[n.clientX,n.clientY]),e.addEventListener("pointerup",n=>{if(!t||Math.hypot(n.clientX-t[0],n.clientY-t[1])>Zw)return;let s=e.getBoundingClientRect(),r=new Ke((n.clientX-s.left)/s.width*2-1,1-(n.clientY-s.top)/s.height*2),o=new La;o.setFromCamera(r,this.camera);let[a]=o.intersectObjects(this.implant.children);if(!a)return;let{needle:l,seed:c}=a.object.userData;ui(l,c??null),kn(a.point.toArray())})}};function Zg(i){let e=atob(i),t=new Uint8Array(e.length);for(let n=0;n<e.length;n++)t[n]=e.charCodeAt(n);return t.buffer}var Jg=15,t1=25,n1=250,Kg=i=>{let e=Math.hypot(...i);return i.map(t=>t/e)},Eh=class{constructor(){this.name="needle",this.canvas=L("canvas",{"aria-hidden":"true"}),this.svg=mt("svg",{class:"overlay"}),this.title=L("div",{class:"pane-title"}),this.list=L("ol",{class:"crossed"}),this.empty=L("p",{class:"empty",text:B("pane.needle.none")}),this.bar=L("div",{class:"scale-bar"}),this.letters=["top","bottom"].map(e=>L("span",{class:`letter ${e}`})),this.node=L("section",{class:"pane needle-eye",tabindex:0,"data-pane":"needle",role:"group"},this.canvas,this.svg,this.title,this.list,this.empty,this.bar,this.letters),this.node.addEventListener("focus",()=>{T.display.active="needle",He("layout")}),this.around=null,this.image=document.createElement("canvas"),this.draw=ln(()=>this.drawNow()),yt("plan preview selection dose display window",()=>this.draw()),yt("plan selection",()=>this.ask()),new ResizeObserver(()=>this.resize()).observe(this.node),this.ask()}reset(){this.draw()}resize(){let e=window.devicePixelRatio||1;this.canvas.width=Math.round(this.node.clientWidth*e),this.canvas.height=Math.round(this.node.clientHeight*e),Et(this.svg,"viewBox",`0 0 ${this.node.clientWidth} ${this.node.clientHeight}`),this.draw()}ask(){clearTimeout(this.timer);let e=T.selection.needle;if(e===null||!T.plan)return;let t=T.plan.revision;this.timer=setTimeout(async()=>{try{let n=await Gn(`/api/plane?needle=${e}`);if(T.selection.needle!==e||T.plan.revision!==t)return;this.around={id:e,revision:t,...n}}catch{this.around=null}this.draw()},n1)}drawNow(){let e=un(),t=e&&Fn(e,T.selection.needle);this.empty.hidden=!!t,this.node.classList.toggle("active",T.display.active==="needle");for(let n of[this.canvas,this.svg,this.bar,this.list,...this.letters])n.classList.toggle("gone",!t);jn(this.title,t?B("pane.needle.of",{id:t.id,length:Mt(t.length_mm)}):B("pane.needle")),Et(this.node,"aria-label",this.title.textContent),!(!t||!T.ct||this.canvas.width<4)&&(this.look(t),this.drawImage(),this.drawOver(e,t),this.fillList(t))}look(e){let t=Kg(e.tip_mm.map((d,u)=>d-e.entry_mm[u])),n=Math.abs(t[2])<.9?[0,0,1]:[1,0,0],s=t.reduce((d,u,f)=>d+u*n[f],0),r=Kg(n.map((d,u)=>d-s*t[u])),{clientWidth:o,clientHeight:a}=this.node,l=o/(Jg+e.length_mm+t1),c=e.entry_mm.map((d,u)=>d-Jg*t[u]+a/2/l*r[u]);this.plane={along:t,down:r.map(d=>-d),scale:l,origin:c},this.letters[0].textContent=T.frame.letter(r),this.letters[1].textContent=T.frame.letter(r.map(d=>-d));let h=wl(l);jn(this.bar,`${h} mm`),this.bar.style.width=`${h*l}px`}drawImage(){let{plane:e,canvas:t,image:n}=this,s=JSON.stringify([e.origin,e.along,e.scale,t.width,t.height,T.display.window]);s!==this.imageOf&&this.lookUp(),this.imageOf=s;let r=t.getContext("2d");r.imageSmoothingQuality="medium",r.drawImage(n,0,0,t.width,t.height)}lookUp(){let{plane:e,image:t}=this,n=Math.min(420,this.node.clientWidth),s=Math.max(1,Math.round(n*this.node.clientHeight/this.node.clientWidth)),r=this.node.clientWidth/n/e.scale,o=T.ct.oblique(e.origin,e.along.map(a=>a*r),e.down.map(a=>a*r),n,s);t.width=n,t.height=s,t.getContext("2d").putImageData(o,0,0)}at(e){let{origin:t,along:n,down:s,scale:r}=this.plane,o=e.map((a,l)=>a-t[l]);return[n,s].map(a=>r*a.reduce((l,c,h)=>l+c*o[h],0))}drawOver(e,t){let n=[];T.display.contours&&this.around?.id===t.id&&!T.preview&&n.push(...this.outlines()),T.display.isodoses&&n.push(...this.isodoses(t));let[s,r]=[this.at(t.entry_mm),this.at(t.tip_mm)];n.push(mt("line",{class:"eye-needle",x1:s[0],y1:s[1],x2:r[0],y2:r[1]}));let o=0;for(let l of t.crossed){o=l.from_mm??o;let c=s[0]+o*this.plane.scale,h=l.mm*this.plane.scale;n.push(mt("rect",{class:`run ${l.class}`,x:c,y:s[1]+9,width:h,height:4},mt("title",{text:`${l.name} ${Mt(l.mm)} mm`}))),o+=l.mm}let a=(e.seed_length_mm??4.5)/2;for(let l of e.seeds.filter(c=>c.needle===t.id)){let c=[-a,a].map(d=>this.at(l.position_mm.map((u,f)=>u+d*l.direction[f]))),h={x1:c[0][0],y1:c[0][1],x2:c[1][0],y2:c[1][1]};n.push(mt("line",{class:l.id===T.selection.seed?"eye-seed chosen":"eye-seed",...h})),n.push(mt("text",{class:"eye-label",x:(c[0][0]+c[1][0])/2,y:c[0][1]-9,text:String(l.id)}))}this.svg.replaceChildren(...n)}outlines(){let{corner_mm:e,right:t,down:n,outlines:s}=this.around;return T.contours.filter(({structure:r})=>s[r.key]?.length&&!T.display.hidden.has(r.name)).map(({structure:r})=>{let o=s[r.key].map(a=>"M"+Array.from({length:a.length/2},(l,c)=>{let h=e.map((d,u)=>d+a[2*c]*t[u]+a[2*c+1]*n[u]);return this.at(h).map(d=>d.toFixed(1)).join(" ")}).join("L")).join("");return mt("path",{class:`contour ${r.kind}`,d:o,stroke:r.colour,"stroke-dasharray":ia(r.dash)})})}isodoses(e){let t=this.shownDose(e);if(!t)return[];let{values:n,columns:s,rows:r,step:o}=t,a=this.plane.scale*o;return T.display.levels.filter(l=>l.shown).map(l=>{let c=vl(n,s,r,l.gy).map(h=>"M"+Array.from({length:h.length/2},(d,u)=>`${(h[2*u]*a).toFixed(1)} ${(h[2*u+1]*a).toFixed(1)}`).join("L")).join("");return mt("path",{class:"isodose",d:c,stroke:l.colour,"stroke-dasharray":ia(l.dash),"stroke-width":l.percent===100?2.2:1.3})})}shownDose(e){if(T.planes)return T.planes.needle?.id===e.id?T.planes.needle:null;if(!T.dose)return null;let{origin:t,right:n,down:s,columns:r,rows:o,step:a}=this.covered(e,.5);return{values:T.dose.onPlane(t,n,s,r,o),columns:r,rows:o,step:a}}covered(e,t){let{origin:n,along:s,down:r,scale:o}=this.plane,a=Math.max(.7,Math.min(...T.dose.spacing)*t),l=c=>Math.ceil(c/o/a)+1;return{id:e.id,origin:n,right:s.map(c=>c*a),down:r.map(c=>c*a),columns:l(this.node.clientWidth),rows:l(this.node.clientHeight),step:a}}dosePlane(){let e=Fn(un(),T.selection.needle);return!e||!T.dose||!T.display.isodoses?null:(this.look(e),this.covered(e,1))}fillList(e){let t=e.crossed.map(o=>L("li",{class:o.class,text:B("crossed",{name:o.name,mm:Mt(o.mm)})})),s=(this.around?.id===e.id?this.around.beside.filter(o=>o.mm>0).slice(0,4):[]).map(o=>L("li",{class:"near",text:B("near",{name:o.name,mm:Mt(o.mm)})})),r=e.rules.map(o=>L("li",{class:"rule",text:o}));this.list.replaceChildren(...r,...t,...s)}};var i1="uplot",s1="u-hz",r1="u-vt",o1="u-title",a1="u-wrap",l1="u-under",c1="u-over",h1="u-axis",br="u-off",u1="u-select",d1="u-cursor-x",f1="u-cursor-y",p1="u-cursor-pt",m1="u-legend",g1="u-live",_1="u-inline",x1="u-series",y1="u-marker",jg="u-label",v1="u-value",$a="width",Za="height";var Qg="bottom",Eo="left",$d="right",df="#000",e0=df+"0",Zd="mousemove",t0="mousedown",Jd="mouseup",n0="mouseenter",i0="mouseleave",s0="dblclick",S1="resize",M1="scroll",r0="change",Ih="dppxchange",ff="--",Do=typeof window<"u",tf=Do?document:null,Co=Do?window:null,b1=Do?navigator:null,Lt,Ah;function nf(){let i=devicePixelRatio;Lt!=i&&(Lt=i,Ah&&rf(r0,Ah,nf),Ah=matchMedia(`(min-resolution: ${Lt-.001}dppx) and (max-resolution: ${Lt+.001}dppx)`),wr(r0,Ah,nf),Co.dispatchEvent(new CustomEvent(Ih)))}function Mi(i,e){if(e!=null){let t=i.classList;!t.contains(e)&&t.add(e)}}function sf(i,e){let t=i.classList;t.contains(e)&&t.remove(e)}function Kt(i,e,t){i.style[e]=t+"px"}function Yi(i,e,t,n){let s=tf.createElement(i);return e!=null&&Mi(s,e),t?.insertBefore(s,n),s}function Di(i,e){return Yi("div",i,e)}var o0=new WeakMap;function ds(i,e,t,n,s){let r="translate("+e+"px,"+t+"px)",o=o0.get(i);r!=o&&(i.style.transform=r,o0.set(i,r),e<0||t<0||e>n||t>s?Mi(i,br):sf(i,br))}var a0=new WeakMap;function l0(i,e,t){let n=e+t,s=a0.get(i);n!=s&&(a0.set(i,n),i.style.background=e,i.style.borderColor=t)}var c0=new WeakMap;function h0(i,e,t,n){let s=e+""+t,r=c0.get(i);s!=r&&(c0.set(i,s),i.style.height=t+"px",i.style.width=e+"px",i.style.marginLeft=n?-e/2+"px":0,i.style.marginTop=n?-t/2+"px":0)}var pf={passive:!0},w1={...pf,capture:!0};function wr(i,e,t,n){e.addEventListener(i,t,n?w1:pf)}function rf(i,e,t,n){e.removeEventListener(i,t,pf)}Do&&nf();function $i(i,e,t,n){let s;t=t||0,n=n||e.length-1;let r=n<=2147483647;for(;n-t>1;)s=r?t+n>>1:bi((t+n)/2),e[s]<i?t=s:n=s;return i-e[t]<=e[n]-i?t:n}function B0(i){return(t,n,s)=>{let r=-1,o=-1;for(let a=n;a<=s;a++)if(i(t[a])){r=a;break}for(let a=s;a>=n;a--)if(i(t[a])){o=a;break}return[r,o]}}var k0=i=>i!=null,z0=i=>i!=null&&i>0,Nh=B0(k0),T1=B0(z0);function E1(i,e,t,n=0,s=!1){let r=s?T1:Nh,o=s?z0:k0;[e,t]=r(i,e,t);let a=i[e],l=i[e];if(e>-1)if(n==1)a=i[e],l=i[t];else if(n==-1)a=i[t],l=i[e];else for(let c=e;c<=t;c++){let h=i[c];o(h)&&(h<a?a=h:h>l&&(l=h))}return[a??Vt,l??-Vt]}function Uh(i,e,t,n){let s=f0(i),r=f0(e);i==e&&(s==-1?(i*=t,e/=t):(i/=t,e*=t));let o=t==10?Ds:V0,a=s==1?bi:Ni,l=r==1?Ni:bi,c=a(o(Cn(i))),h=l(o(Cn(e))),d=Ro(t,c),u=Ro(t,h);return t==10&&(c<0&&(d=Gt(d,-c)),h<0&&(u=Gt(u,-h))),n||t==2?(i=d*s,e=u*r):(i=X0(i,d),e=Oh(e,u)),[i,e]}function mf(i,e,t,n){let s=Uh(i,e,t,n);return i==0&&(s[0]=0),e==0&&(s[1]=0),s}var gf=.1,u0={mode:3,pad:gf},Ka={pad:0,soft:null,mode:0},A1={min:Ka,max:Ka};function Lh(i,e,t,n){return Fh(t)?d0(i,e,t):(Ka.pad=t,Ka.soft=n?0:null,Ka.mode=n?3:0,d0(i,e,A1))}function Rt(i,e){return i??e}function C1(i,e,t){for(e=Rt(e,0),t=Rt(t,i.length-1);e<=t;){if(i[e]!=null)return!0;e++}return!1}function d0(i,e,t){let n=t.min,s=t.max,r=Rt(n.pad,0),o=Rt(s.pad,0),a=Rt(n.hard,-Vt),l=Rt(s.hard,Vt),c=Rt(n.soft,Vt),h=Rt(s.soft,-Vt),d=Rt(n.mode,0),u=Rt(s.mode,0),f=e-i,g=Ds(f),S=ni(Cn(i),Cn(e)),m=Ds(S),p=Cn(m-g);(f<1e-24||p>10)&&(f=0,(i==0||e==0)&&(f=1e-24,d==2&&c!=Vt&&(r=0),u==2&&h!=-Vt&&(o=0)));let y=f||S||1e3,R=Ds(y),w=Ro(10,bi(R)),I=y*(f==0?i==0?.1:1:r),A=Gt(X0(i-I,w/10),24),x=i>=c&&(d==1||d==3&&A<=c||d==2&&A>=c)?c:Vt,E=ni(a,A<x&&i>=x?x:Zi(x,A)),V=y*(f==0?e==0?.1:1:o),O=Gt(Oh(e+V,w/10),24),U=e<=h&&(u==1||u==3&&O>=h||u==2&&O<=h)?h:-Vt,G=Zi(l,O>U&&e<=U?U:ni(U,O));return E==G&&E==0&&(G=100),[E,G]}var R1=new Intl.NumberFormat(Do?b1.language:"en-US"),_f=i=>R1.format(i),wi=Math,Ph=wi.PI,Cn=wi.abs,bi=wi.floor,An=wi.round,Ni=wi.ceil,Zi=wi.min,ni=wi.max,Ro=wi.pow,f0=wi.sign,Ds=wi.log10,V0=wi.log2,P1=(i,e=1)=>wi.sinh(i)*e,Kd=(i,e=1)=>wi.asinh(i/e),Vt=1/0;function p0(i){return(Ds((i^i>>31)-(i>>31))|0)+1}function of(i,e,t){return Zi(ni(i,e),t)}function G0(i){return typeof i=="function"}function wt(i){return G0(i)?i:()=>i}var I1=()=>{},H0=i=>i,W0=(i,e)=>e,L1=i=>null,m0=i=>!0,g0=(i,e)=>i==e,D1=/\.\d*?(?=9{6,}|0{6,})/gm,Tr=i=>{if(Y0(i)||sr.has(i))return i;let e=`${i}`,t=e.match(D1);if(t==null)return i;let n=t[0].length-1;if(e.indexOf("e-")!=-1){let[s,r]=e.split("e");return+`${Tr(s)}e${r}`}return Gt(i,n)};function Sr(i,e){return Tr(Gt(Tr(i/e))*e)}function Oh(i,e){return Tr(Ni(Tr(i/e))*e)}function X0(i,e){return Tr(bi(Tr(i/e))*e)}function Gt(i,e=0){if(Y0(i))return i;let t=10**e,n=i*t*(1+Number.EPSILON);return An(n)/t}var sr=new Map;function q0(i){return((""+i).split(".")[1]||"").length}function Qa(i,e,t,n){let s=[],r=n.map(q0);for(let o=e;o<t;o++){let a=Cn(o),l=Gt(Ro(i,o),a);for(let c=0;c<n.length;c++){let h=i==10?+`${n[c]}e${o}`:n[c]*l,d=(o>=0?0:a)+(o>=r[c]?0:r[c]),u=i==10?h:Gt(h,d);s.push(u),sr.set(u,d)}}return s}var ja={},xf=[],Po=[null,null],ir=Array.isArray,Y0=Number.isInteger,N1=i=>i===void 0;function _0(i){return typeof i=="string"}function Fh(i){let e=!1;if(i!=null){let t=i.constructor;e=t==null||t==Object}return e}function U1(i){return i!=null&&typeof i=="object"}var O1=Object.getPrototypeOf(Uint8Array),$0="__proto__";function Io(i,e=Fh){let t;if(ir(i)){let n=i.find(s=>s!=null);if(ir(n)||e(n)){t=Array(i.length);for(let s=0;s<i.length;s++)t[s]=Io(i[s],e)}else t=i.slice()}else if(i instanceof O1)t=i.slice();else if(e(i)){t={};for(let n in i)n!=$0&&(t[n]=Io(i[n],e))}else t=i;return t}function yn(i){let e=arguments;for(let t=1;t<e.length;t++){let n=e[t];for(let s in n)s!=$0&&(Fh(i[s])?yn(i[s],Io(n[s])):i[s]=Io(n[s]))}return i}var F1=0,B1=1,k1=2;function z1(i,e,t){for(let n=0,s,r=-1;n<e.length;n++){let o=e[n];if(o>r){for(s=o-1;s>=0&&i[s]==null;)i[s--]=null;for(s=o+1;s<t&&i[s]==null;)i[r=s++]=null}}}function V1(i,e){if(W1(i)){let o=i[0].slice();for(let a=1;a<i.length;a++)o.push(...i[a].slice(1));return X1(o[0])||(o=H1(o)),o}let t=new Set;for(let o=0;o<i.length;o++){let l=i[o][0],c=l.length;for(let h=0;h<c;h++)t.add(l[h])}let n=[Array.from(t).sort((o,a)=>o-a)],s=n[0].length,r=new Map;for(let o=0;o<s;o++)r.set(n[0][o],o);for(let o=0;o<i.length;o++){let a=i[o],l=a[0];for(let c=1;c<a.length;c++){let h=a[c],d=Array(s).fill(void 0),u=e?e[o][c]:B1,f=[];for(let g=0;g<h.length;g++){let S=h[g],m=r.get(l[g]);S===null?u!=F1&&(d[m]=S,u==k1&&f.push(m)):d[m]=S}z1(d,f,s),n.push(d)}}return n}var G1=typeof queueMicrotask>"u"?i=>Promise.resolve().then(i):queueMicrotask;function H1(i){let e=i[0],t=e.length,n=Array(t);for(let r=0;r<n.length;r++)n[r]=r;n.sort((r,o)=>e[r]-e[o]);let s=[];for(let r=0;r<i.length;r++){let o=i[r],a=Array(t);for(let l=0;l<t;l++)a[l]=o[n[l]];s.push(a)}return s}function W1(i){let e=i[0][0],t=e.length;for(let n=1;n<i.length;n++){let s=i[n][0];if(s.length!=t)return!1;if(s!=e){for(let r=0;r<t;r++)if(s[r]!=e[r])return!1}}return!0}function X1(i,e=100){let t=i.length;if(t<=1)return!0;let n=0,s=t-1;for(;n<=s&&i[n]==null;)n++;for(;s>=n&&i[s]==null;)s--;if(s<=n)return!0;let r=ni(1,bi((s-n+1)/e));for(let o=i[n],a=n+r;a<=s;a+=r){let l=i[a];if(l!=null){if(l<=o)return!1;o=l}}return!0}var Z0=["January","February","March","April","May","June","July","August","September","October","November","December"],J0=["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"];function K0(i){return i.slice(0,3)}var q1=J0.map(K0),Y1=Z0.map(K0),$1={MMMM:Z0,MMM:Y1,WWWW:J0,WWW:q1};function Ya(i){return(i<10?"0":"")+i}function Z1(i){return(i<10?"00":i<100?"0":"")+i}var J1={YYYY:i=>i.getFullYear(),YY:i=>(i.getFullYear()+"").slice(2),MMMM:(i,e)=>e.MMMM[i.getMonth()],MMM:(i,e)=>e.MMM[i.getMonth()],MM:i=>Ya(i.getMonth()+1),M:i=>i.getMonth()+1,DD:i=>Ya(i.getDate()),D:i=>i.getDate(),WWWW:(i,e)=>e.WWWW[i.getDay()],WWW:(i,e)=>e.WWW[i.getDay()],HH:i=>Ya(i.getHours()),H:i=>i.getHours(),h:i=>{let e=i.getHours();return e==0?12:e>12?e-12:e},AA:i=>i.getHours()>=12?"PM":"AM",aa:i=>i.getHours()>=12?"pm":"am",a:i=>i.getHours()>=12?"p":"a",mm:i=>Ya(i.getMinutes()),m:i=>i.getMinutes(),ss:i=>Ya(i.getSeconds()),s:i=>i.getSeconds(),fff:i=>Z1(i.getMilliseconds())};function yf(i,e){e=e||$1;let t=[],n=/\{([a-z]+)\}|[^{]+/gi,s;for(;s=n.exec(i);)t.push(s[0][0]=="{"?J1[s[1]]:s[0]);return r=>{let o="";for(let a=0;a<t.length;a++)o+=typeof t[a]=="string"?t[a]:t[a](r,e);return o}}var K1=new Intl.DateTimeFormat().resolvedOptions().timeZone;function j1(i,e){let t;return e=="UTC"||e=="Etc/UTC"?t=new Date(+i+i.getTimezoneOffset()*6e4):e==K1?t=i:(t=new Date(i.toLocaleString("en-US",{timeZone:e})),t.setMilliseconds(i.getMilliseconds())),t}var j0=i=>i%1==0,Dh=[1,2,2.5,5],Q1=Qa(10,-32,0,Dh),Q0=Qa(10,0,32,Dh),eT=Q0.filter(j0),Mr=Q1.concat(Q0),vf=`
`,e_="{YYYY}",x0=vf+e_,t_="{M}/{D}",Ja=vf+t_,Ch=Ja+"/{YY}",n_="{aa}",tT="{h}:{mm}",Ao=tT+n_,y0=vf+Ao,v0=":{ss}",Nt=null;function i_(i){let e=i*1e3,t=e*60,n=t*60,s=n*24,r=s*30,o=s*365,l=(i==1?Qa(10,0,3,Dh).filter(j0):Qa(10,-3,0,Dh)).concat([e,e*5,e*10,e*15,e*30,t,t*5,t*10,t*15,t*30,n,n*2,n*3,n*4,n*6,n*8,n*12,s,s*2,s*3,s*4,s*5,s*6,s*7,s*8,s*9,s*10,s*15,r,r*2,r*3,r*4,r*6,o,o*2,o*5,o*10,o*25,o*50,o*100]),c=[[o,e_,Nt,Nt,Nt,Nt,Nt,Nt,1],[s*28,"{MMM}",x0,Nt,Nt,Nt,Nt,Nt,1],[s,t_,x0,Nt,Nt,Nt,Nt,Nt,1],[n,"{h}"+n_,Ch,Nt,Ja,Nt,Nt,Nt,1],[t,Ao,Ch,Nt,Ja,Nt,Nt,Nt,1],[e,v0,Ch+" "+Ao,Nt,Ja+" "+Ao,Nt,y0,Nt,1],[i,v0+".{fff}",Ch+" "+Ao,Nt,Ja+" "+Ao,Nt,y0,Nt,1]];function h(d){return(u,f,g,S,m,p)=>{let y=[],R=m>=o,w=m>=r&&m<o,I=d(g),A=Gt(I*i,3),x=jd(I.getFullYear(),R?0:I.getMonth(),w||R?1:I.getDate()),E=Gt(x*i,3);if(w||R){let V=w?m/r:0,O=R?m/o:0,U=A==E?A:Gt(jd(x.getFullYear()+O,x.getMonth()+V,1)*i,3),G=new Date(An(U/i)),X=G.getFullYear(),N=G.getMonth();for(let q=0;U<=S;q++){let J=jd(X+O*q,N+V*q,1),W=J-d(Gt(J*i,3));U=Gt((+J+W)*i,3),U<=S&&y.push(U)}}else{let V=m>=s?s:m,O=bi(g)-bi(A),U=E+O+Oh(A-E,V);y.push(U);let G=d(U),X=G.getHours()+G.getMinutes()/t+G.getSeconds()/n,N=m/n,q=u.axes[f]._space,J=p/q;for(;U=Gt(U+m,i==1?0:3),!(U>S);)if(N>1){let W=bi(Gt(X+N,6))%24,te=d(U).getHours()-W;te>1&&(te=-1),U-=te*n,X=(X+N)%24;let oe=y[y.length-1];Gt((U-oe)/m,3)*J>=.7&&y.push(U)}else y.push(U)}return y}}return[l,c,h]}var[nT,iT,sT]=i_(1),[rT,oT,aT]=i_(.001);Qa(2,-53,53,[1]);function S0(i,e){return i.map(t=>t.map((n,s)=>s==0||s==8||n==null?n:e(s==1||t[8]==0?n:t[1]+n)))}function M0(i,e){return(t,n,s,r,o)=>{let a=e.find(g=>o>=g[0])||e[e.length-1],l,c,h,d,u,f;return n.map(g=>{let S=i(g),m=S.getFullYear(),p=S.getMonth(),y=S.getDate(),R=S.getHours(),w=S.getMinutes(),I=S.getSeconds(),A=m!=l&&a[2]||p!=c&&a[3]||y!=h&&a[4]||R!=d&&a[5]||w!=u&&a[6]||I!=f&&a[7]||a[1];return l=m,c=p,h=y,d=R,u=w,f=I,A(S)})}}function lT(i,e){let t=yf(e);return(n,s,r,o,a)=>s.map(l=>t(i(l)))}function jd(i,e,t){return new Date(i,e,t)}function b0(i,e){return e(i)}var cT="{YYYY}-{MM}-{DD} {h}:{mm}{aa}";function w0(i,e){return(t,n,s,r)=>r==null?ff:e(i(n))}function hT(i,e){let t=i.series[e];return t.width?t.stroke(i,e):t.points.width?t.points.stroke(i,e):null}function uT(i,e){return i.series[e].fill(i,e)}var dT={show:!0,live:!0,isolate:!1,mount:I1,markers:{show:!0,width:2,stroke:hT,fill:uT,dash:"solid"},idx:null,idxs:null,values:[]};function fT(i,e){let t=i.cursor.points,n=Di(),s=t.size(i,e);Kt(n,$a,s),Kt(n,Za,s);let r=s/-2;Kt(n,"marginLeft",r),Kt(n,"marginTop",r);let o=t.width(i,e,s);return o&&Kt(n,"borderWidth",o),n}function pT(i,e){let t=i.series[e].points;return t._fill||t._stroke}function mT(i,e){let t=i.series[e].points;return t._stroke||t._fill}function gT(i,e){return i.series[e].points.size}var Qd=[0,0];function _T(i,e,t){return Qd[0]=e,Qd[1]=t,Qd}function Rh(i,e,t,n=!0){return s=>{s.button==0&&(!n||s.target==e)&&t(s)}}function ef(i,e,t,n=!0){return s=>{(!n||s.target==e)&&t(s)}}var xT={show:!0,x:!0,y:!0,lock:!1,move:_T,points:{one:!1,show:fT,size:gT,width:0,stroke:mT,fill:pT},bind:{mousedown:Rh,mouseup:Rh,click:Rh,dblclick:Rh,mousemove:ef,mouseleave:ef,mouseenter:ef},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(i,e)=>{e.stopPropagation(),e.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(i,e,t,n,s)=>n-s,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},s_={show:!0,stroke:"rgba(0,0,0,0.07)",width:2},Sf=yn({},s_,{filter:W0}),r_=yn({},Sf,{size:10}),o_=yn({},s_,{show:!1}),Mf='12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji"',a_="bold "+Mf,l_=1.5,T0={show:!0,scale:"x",stroke:df,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:a_,side:2,grid:Sf,ticks:r_,border:o_,font:Mf,lineGap:l_,rotate:0},yT="Value",vT="Time",E0={show:!0,scale:"x",auto:!1,sorted:1,min:Vt,max:-Vt,idxs:[]};function ST(i,e,t,n,s){return e.map(r=>r==null?"":_f(r))}function MT(i,e,t,n,s,r,o){let a=[],l=sr.get(s)||0;t=o?t:Gt(Oh(t,s),l);for(let c=t;c<=n;c=Gt(c+s,l))a.push(Object.is(c,-0)?0:c);return a}function af(i,e,t,n,s,r,o){let a=[],l=i.scales[i.axes[e].scale].log,c=l==10?Ds:V0,h=bi(c(t));s=Ro(l,h),l==10&&(s=Mr[$i(s,Mr)]);let d=t,u=s*l;l==10&&(u=Mr[$i(u,Mr)]);do a.push(d),d=d+s,l==10&&!sr.has(d)&&(d=Gt(d,sr.get(s))),d>=u&&(s=d,u=s*l,l==10&&(u=Mr[$i(u,Mr)]));while(d<=n);return a}function bT(i,e,t,n,s,r,o){let l=i.scales[i.axes[e].scale].asinh,c=n>l?af(i,e,ni(l,t),n,s):[l],h=n>=0&&t<=0?[0]:[];return(t<-l?af(i,e,ni(l,-n),-t,s):[l]).reverse().map(u=>-u).concat(h,c)}var c_=/./,wT=/[12357]/,TT=/[125]/,A0=/1/,lf=(i,e,t,n)=>i.map((s,r)=>e==4&&s==0||r%n==0&&t.test(s.toExponential()[s<0?1:0])?s:null);function ET(i,e,t,n,s){let r=i.axes[t],o=r.scale,a=i.scales[o],l=i.valToPos,c=r._space,h=l(10,o),d=l(9,o)-h>=c?c_:l(7,o)-h>=c?wT:l(5,o)-h>=c?TT:A0;if(d==A0){let u=Cn(l(1,o)-h);if(u<c)return lf(e.slice().reverse(),a.distr,d,Ni(c/u)).reverse()}return lf(e,a.distr,d,1)}function AT(i,e,t,n,s){let r=i.axes[t],o=r.scale,a=r._space,l=i.valToPos,c=Cn(l(1,o)-l(2,o));return c<a?lf(e.slice().reverse(),3,c_,Ni(a/c)).reverse():e}function CT(i,e,t,n){return n==null?ff:e==null?"":_f(e)}var C0={show:!0,scale:"y",stroke:df,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:a_,side:3,grid:Sf,ticks:r_,border:o_,font:Mf,lineGap:l_,rotate:0};function RT(i,e){let t=3+(i||1)*2;return Gt(t*e,3)}function PT(i,e){let{scale:t,idxs:n}=i.series[0],s=i._data[0],r=i.valToPos(s[n[0]],t,!0),o=i.valToPos(s[n[1]],t,!0),a=Cn(o-r),l=i.series[e],c=a/(l.points.space*Lt);return n[1]-n[0]<=c}var R0={scale:null,auto:!0,sorted:0,min:Vt,max:-Vt},h_=(i,e,t,n,s)=>s,P0={show:!0,auto:!0,sorted:0,gaps:h_,alpha:1,facets:[yn({},R0,{scale:"x"}),yn({},R0,{scale:"y"})]},I0={scale:"y",auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:h_,alpha:1,points:{show:PT,filter:null},values:null,min:Vt,max:-Vt,idxs:[],path:null,clip:null};function IT(i,e,t,n,s){return t/10}var u_={time:!0,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},LT=yn({},u_,{time:!1,ori:1}),L0={};function d_(i,e){let t=L0[i];return t||(t={key:i,plots:[],sub(n){t.plots.push(n)},unsub(n){t.plots=t.plots.filter(s=>s!=n)},pub(n,s,r,o,a,l,c){for(let h=0;h<t.plots.length;h++)t.plots[h]!=s&&t.plots[h].pub(n,s,r,o,a,l,c)}},i!=null&&(L0[i]=t)),t}var Lo=1,cf=2;function Er(i,e,t){let n=i.mode,s=i.series[e],r=n==2?i._data[e]:i._data,o=i.scales,a=i.bbox,l=r[0],c=n==2?r[1]:r[e],h=n==2?o[s.facets[0].scale]:o[i.series[0].scale],d=n==2?o[s.facets[1].scale]:o[s.scale],u=a.left,f=a.top,g=a.width,S=a.height,m=i.valToPosH,p=i.valToPosV;return h.ori==0?t(s,l,c,h,d,m,p,u,f,g,S,kh,No,Vh,p_,g_):t(s,l,c,h,d,p,m,f,u,S,g,zh,Uo,Tf,m_,__)}function bf(i,e){let t=0,n=0,s=Rt(i.bands,xf);for(let r=0;r<s.length;r++){let o=s[r];o.series[0]==e?t=o.dir:o.series[1]==e&&(o.dir==1?n|=1:n|=2)}return[t,n==1?-1:n==2?1:n==3?2:0]}function DT(i,e,t,n,s){let r=i.mode,o=i.series[e],a=r==2?o.facets[1].scale:o.scale,l=i.scales[a];return s==-1?l.min:s==1?l.max:l.distr==3?l.dir==1?l.min:l.max:0}function Ns(i,e,t,n,s,r){return Er(i,e,(o,a,l,c,h,d,u,f,g,S,m)=>{let p=o.pxRound,y=c.dir*(c.ori==0?1:-1),R=c.ori==0?No:Uo,w,I;y==1?(w=t,I=n):(w=n,I=t);let A=p(d(a[w],c,S,f)),x=p(u(l[w],h,m,g)),E=p(d(a[I],c,S,f)),V=p(u(r==1?h.max:h.min,h,m,g)),O=new Path2D(s);return R(O,E,V),R(O,A,V),R(O,A,x),O})}function Bh(i,e,t,n,s,r){let o=null;if(i.length>0){o=new Path2D;let a=e==0?Vh:Tf,l=t;for(let d=0;d<i.length;d++){let u=i[d];if(u[1]>u[0]){let f=u[0]-l;f>0&&a(o,l,n,f,n+r),l=u[1]}}let c=t+s-l,h=10;c>0&&a(o,l,n-h/2,c,n+r+h)}return o}function NT(i,e,t){let n=i[i.length-1];n&&n[0]==e?n[1]=t:i.push([e,t])}function wf(i,e,t,n,s,r,o){let a=[],l=i.length;for(let c=s==1?t:n;c>=t&&c<=n;c+=s)if(e[c]===null){let d=c,u=c;if(s==1)for(;++c<=n&&e[c]===null;)u=c;else for(;--c>=t&&e[c]===null;)u=c;let f=r(i[d]),g=u==d?f:r(i[u]),S=d-s;f=o<=0&&S>=0&&S<l?r(i[S]):f;let p=u+s;g=o>=0&&p>=0&&p<l?r(i[p]):g,g>=f&&a.push([f,g])}return a}function D0(i){return i==0?H0:i==1?An:e=>Sr(e,i)}function f_(i){let e=i==0?kh:zh,t=i==0?(s,r,o,a,l,c)=>{s.arcTo(r,o,a,l,c)}:(s,r,o,a,l,c)=>{s.arcTo(o,r,l,a,c)},n=i==0?(s,r,o,a,l)=>{s.rect(r,o,a,l)}:(s,r,o,a,l)=>{s.rect(o,r,l,a)};return(s,r,o,a,l,c=0,h=0)=>{c==0&&h==0?n(s,r,o,a,l):(c=Zi(c,a/2,l/2),h=Zi(h,a/2,l/2),e(s,r+c,o),t(s,r+a,o,r+a,o+l,c),t(s,r+a,o+l,r,o+l,h),t(s,r,o+l,r,o,h),t(s,r,o,r+a,o,c),s.closePath())}}var kh=(i,e,t)=>{i.moveTo(e,t)},zh=(i,e,t)=>{i.moveTo(t,e)},No=(i,e,t)=>{i.lineTo(e,t)},Uo=(i,e,t)=>{i.lineTo(t,e)},Vh=f_(0),Tf=f_(1),p_=(i,e,t,n,s,r)=>{i.arc(e,t,n,s,r)},m_=(i,e,t,n,s,r)=>{i.arc(t,e,n,s,r)},g_=(i,e,t,n,s,r,o)=>{i.bezierCurveTo(e,t,n,s,r,o)},__=(i,e,t,n,s,r,o)=>{i.bezierCurveTo(t,e,s,n,o,r)};function x_(i){return(e,t,n,s,r)=>Er(e,t,(o,a,l,c,h,d,u,f,g,S,m)=>{let{pxRound:p,points:y}=o,R,w;c.ori==0?(R=kh,w=p_):(R=zh,w=m_);let I=Gt(y.width*Lt,3),A=(y.size-y.width)/2*Lt,x=Gt(A*2,3),E=new Path2D,V=new Path2D,{left:O,top:U,width:G,height:X}=e.bbox;Vh(V,O-x,U-x,G+x*2,X+x*2);let N=q=>{if(l[q]!=null){let J=p(d(a[q],c,S,f)),W=p(u(l[q],h,m,g));R(E,J+A,W),w(E,J,W,A,0,Ph*2)}};if(r)r.forEach(N);else for(let q=n;q<=s;q++)N(q);return{stroke:I>0?E:null,fill:E,clip:V,flags:Lo|cf}})}function y_(i){return(e,t,n,s,r,o)=>{n!=s&&(r!=n&&o!=n&&i(e,t,n),r!=s&&o!=s&&i(e,t,s),i(e,t,o))}}var UT=y_(No),OT=y_(Uo);function v_(i){let e=Rt(i?.alignGaps,0);return(t,n,s,r)=>Er(t,n,(o,a,l,c,h,d,u,f,g,S,m)=>{[s,r]=Nh(l,s,r);let p=o.pxRound,y=X=>p(d(X,c,S,f)),R=X=>p(u(X,h,m,g)),w,I;c.ori==0?(w=No,I=UT):(w=Uo,I=OT);let A=c.dir*(c.ori==0?1:-1),x={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:Lo},E=x.stroke,V=!1;if(r-s>=S*4){let X=fe=>t.posToVal(fe,c.key,!0),N=null,q=null,J,W,ue,Q=y(a[A==1?s:r]),te=y(a[s]),oe=y(a[r]),pe=X(A==1?te+1:oe-1);for(let fe=A==1?s:r;fe>=s&&fe<=r;fe+=A){let ne=a[fe],ve=(A==1?ne<pe:ne>pe)?Q:y(ne),Re=l[fe];ve==Q?Re!=null?(W=Re,N==null?(w(E,ve,R(W)),J=N=q=W):W<N?N=W:W>q&&(q=W)):Re===null&&(V=!0):(N!=null&&I(E,Q,R(N),R(q),R(J),R(W)),Re!=null?(W=Re,w(E,ve,R(W)),N=q=J=W):(N=q=null,Re===null&&(V=!0)),Q=ve,pe=X(Q+A))}N!=null&&N!=q&&ue!=Q&&I(E,Q,R(N),R(q),R(J),R(W))}else for(let X=A==1?s:r;X>=s&&X<=r;X+=A){let N=l[X];N===null?V=!0:N!=null&&w(E,y(a[X]),R(N))}let[U,G]=bf(t,n);if(o.fill!=null||U!=0){let X=x.fill=new Path2D(E),N=o.fillTo(t,n,o.min,o.max,U),q=R(N),J=y(a[s]),W=y(a[r]);A==-1&&([W,J]=[J,W]),w(X,W,q),w(X,J,q)}if(!o.spanGaps){let X=[];V&&X.push(...wf(a,l,s,r,A,y,e)),x.gaps=X=o.gaps(t,n,s,r,X),x.clip=Bh(X,c.ori,f,g,S,m)}return G!=0&&(x.band=G==2?[Ns(t,n,s,r,E,-1),Ns(t,n,s,r,E,1)]:Ns(t,n,s,r,E,G)),x})}function FT(i){let e=Rt(i.align,1),t=Rt(i.ascDesc,!1),n=Rt(i.alignGaps,0),s=Rt(i.extend,!1);return(r,o,a,l)=>Er(r,o,(c,h,d,u,f,g,S,m,p,y,R)=>{[a,l]=Nh(d,a,l);let w=c.pxRound,{left:I,width:A}=r.bbox,x=te=>w(g(te,u,y,m)),E=te=>w(S(te,f,R,p)),V=u.ori==0?No:Uo,O={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:Lo},U=O.stroke,G=u.dir*(u.ori==0?1:-1),X=E(d[G==1?a:l]),N=x(h[G==1?a:l]),q=N,J=N;s&&e==-1&&(J=I,V(U,J,X)),V(U,N,X);for(let te=G==1?a:l;te>=a&&te<=l;te+=G){let oe=d[te];if(oe==null)continue;let pe=x(h[te]),fe=E(oe);e==1?V(U,pe,X):V(U,q,fe),V(U,pe,fe),X=fe,q=pe}let W=q;s&&e==1&&(W=I+A,V(U,W,X));let[ue,Q]=bf(r,o);if(c.fill!=null||ue!=0){let te=O.fill=new Path2D(U),oe=c.fillTo(r,o,c.min,c.max,ue),pe=E(oe);V(te,W,pe),V(te,J,pe)}if(!c.spanGaps){let te=[];te.push(...wf(h,d,a,l,G,x,n));let oe=c.width*Lt/2,pe=t||e==1?oe:-oe,fe=t||e==-1?-oe:oe;te.forEach(ne=>{ne[0]+=pe,ne[1]+=fe}),O.gaps=te=c.gaps(r,o,a,l,te),O.clip=Bh(te,u.ori,m,p,y,R)}return Q!=0&&(O.band=Q==2?[Ns(r,o,a,l,U,-1),Ns(r,o,a,l,U,1)]:Ns(r,o,a,l,U,Q)),O})}function N0(i,e,t,n,s,r,o=Vt){if(i.length>1){let a=null;for(let l=0,c=1/0;l<i.length;l++)if(e[l]!==void 0){if(a!=null){let h=Cn(i[l]-i[a]);h<c&&(c=h,o=Cn(t(i[l],n,s,r)-t(i[a],n,s,r)))}a=l}}return o}function BT(i){i=i||ja;let e=Rt(i.size,[.6,Vt,1]),t=i.align||0,n=i.gap||0,s=i.radius;s=s==null?[0,0]:typeof s=="number"?[s,0]:s;let r=wt(s),o=1-e[0],a=Rt(e[1],Vt),l=Rt(e[2],1),c=Rt(i.disp,ja),h=Rt(i.each,f=>{}),{fill:d,stroke:u}=c;return(f,g,S,m)=>Er(f,g,(p,y,R,w,I,A,x,E,V,O,U)=>{let G=p.pxRound,X=t,N=n*Lt,q=a*Lt,J=l*Lt,W,ue;w.ori==0?[W,ue]=r(f,g):[ue,W]=r(f,g);let Q=w.dir*(w.ori==0?1:-1),te=w.ori==0?Vh:Tf,oe=w.ori==0?h:(Ie,Je,at,Te,zt,Ge,$e)=>{h(Ie,Je,at,zt,Te,$e,Ge)},pe=Rt(f.bands,xf).find(Ie=>Ie.series[0]==g),fe=pe!=null?pe.dir:0,ne=p.fillTo(f,g,p.min,p.max,fe),_e=G(x(ne,I,U,V)),ve,Re,we,qe=O,ot=G(p.width*Lt),We=!1,dt=null,ct=null,st=null,jt=null;d!=null&&(ot==0||u!=null)&&(We=!0,dt=d.values(f,g,S,m),ct=new Map,new Set(dt).forEach(Ie=>{Ie!=null&&ct.set(Ie,new Path2D)}),ot>0&&(st=u.values(f,g,S,m),jt=new Map,new Set(st).forEach(Ie=>{Ie!=null&&jt.set(Ie,new Path2D)})));let{x0:Ht,size:dn}=c;if(Ht!=null&&dn!=null){X=1,y=Ht.values(f,g,S,m),Ht.unit==2&&(y=y.map(at=>f.posToVal(E+at*O,w.key,!0)));let Ie=dn.values(f,g,S,m);dn.unit==2?Re=Ie[0]*O:Re=A(Ie[0],w,O,E)-A(0,w,O,E),qe=N0(y,R,A,w,O,E,qe),we=qe-Re+N}else qe=N0(y,R,A,w,O,E,qe),we=qe*o+N,Re=qe-we;we<1&&(we=0),ot>=Re/2&&(ot=0),we<5&&(G=H0);let Bt=we>0,Rn=qe-we-(Bt?ot:0);Re=G(of(Rn,J,q)),ve=(X==0?Re/2:X==Q?0:Re)-X*Q*((X==0?N/2:0)+(Bt?ot/2:0));let At={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},vn=We?null:new Path2D,nn=null;if(pe!=null)nn=f.data[pe.series[1]];else{let{y0:Ie,y1:Je}=c;Ie!=null&&Je!=null&&(R=Je.values(f,g,S,m),nn=Ie.values(f,g,S,m))}let fn=W*Re,k=ue*Re;for(let Ie=Q==1?S:m;Ie>=S&&Ie<=m;Ie+=Q){let Je=R[Ie];if(Je==null)continue;if(nn!=null){let Y=nn[Ie]??0;if(Je-Y==0)continue;_e=x(Y,I,U,V)}let at=w.distr!=2||c!=null?y[Ie]:Ie,Te=A(at,w,O,E),zt=x(Rt(Je,ne),I,U,V),Ge=G(Te-ve),$e=G(ni(zt,_e)),C=G(Zi(zt,_e)),v=$e-C;if(Je!=null){let Y=Je<0?k:fn,de=Je<0?fn:k;We?(ot>0&&st[Ie]!=null&&te(jt.get(st[Ie]),Ge,C+bi(ot/2),Re,ni(0,v-ot),Y,de),dt[Ie]!=null&&te(ct.get(dt[Ie]),Ge,C+bi(ot/2),Re,ni(0,v-ot),Y,de)):te(vn,Ge,C+bi(ot/2),Re,ni(0,v-ot),Y,de),oe(f,g,Ie,Ge-ot/2,C,Re+ot,v)}}return ot>0?At.stroke=We?jt:vn:We||(At._fill=p.width==0?p._fill:p._stroke??p._fill,At.width=0),At.fill=We?ct:vn,At})}function kT(i,e){let t=Rt(e?.alignGaps,0);return(n,s,r,o)=>Er(n,s,(a,l,c,h,d,u,f,g,S,m,p)=>{[r,o]=Nh(c,r,o);let y=a.pxRound,R=W=>y(u(W,h,m,g)),w=W=>y(f(W,d,p,S)),I,A,x;h.ori==0?(I=kh,x=No,A=g_):(I=zh,x=Uo,A=__);let E=h.dir*(h.ori==0?1:-1),V=R(l[E==1?r:o]),O=V,U=[],G=[];for(let W=E==1?r:o;W>=r&&W<=o;W+=E)if(c[W]!=null){let Q=l[W],te=R(Q);U.push(O=te),G.push(w(c[W]))}let X={stroke:i(U,G,I,x,A,y),fill:null,clip:null,band:null,gaps:null,flags:Lo},N=X.stroke,[q,J]=bf(n,s);if(a.fill!=null||q!=0){let W=X.fill=new Path2D(N),ue=a.fillTo(n,s,a.min,a.max,q),Q=w(ue);x(W,O,Q),x(W,V,Q)}if(!a.spanGaps){let W=[];W.push(...wf(l,c,r,o,E,R,t)),X.gaps=W=a.gaps(n,s,r,o,W),X.clip=Bh(W,h.ori,g,S,m,p)}return J!=0&&(X.band=J==2?[Ns(n,s,r,o,N,-1),Ns(n,s,r,o,N,1)]:Ns(n,s,r,o,N,J)),X})}function zT(i){return kT(VT,i)}function VT(i,e,t,n,s,r){let o=i.length;if(o<2)return null;let a=new Path2D;if(t(a,i[0],e[0]),o==2)n(a,i[1],e[1]);else{let l=Array(o),c=Array(o-1),h=Array(o-1),d=Array(o-1);for(let u=0;u<o-1;u++)h[u]=e[u+1]-e[u],d[u]=i[u+1]-i[u],c[u]=h[u]/d[u];l[0]=c[0];for(let u=1;u<o-1;u++)c[u]===0||c[u-1]===0||c[u-1]>0!=c[u]>0?l[u]=0:(l[u]=3*(d[u-1]+d[u])/((2*d[u]+d[u-1])/c[u-1]+(d[u]+2*d[u-1])/c[u]),isFinite(l[u])||(l[u]=0));l[o-1]=c[o-2];for(let u=0;u<o-1;u++)s(a,i[u]+d[u]/3,e[u]+l[u]*d[u]/3,i[u+1]-d[u]/3,e[u+1]-l[u+1]*d[u]/3,i[u+1],e[u+1])}return a}var hf=new Set;function U0(){for(let i of hf)i.syncRect(!0)}Do&&(wr(S1,Co,U0),wr(M1,Co,U0,!0),wr(Ih,Co,()=>{zn.pxRatio=Lt}));var GT=v_(),HT=x_();function O0(i,e,t,n){return(n?[i[0],i[1]].concat(i.slice(2)):[i[0]].concat(i.slice(1))).map((r,o)=>uf(r,o,e,t))}function WT(i,e){return i.map((t,n)=>n==0?{}:yn({},e,t))}function uf(i,e,t,n){return yn({},e==0?t:n,i)}function S_(i,e,t){return e==null?Po:[e,t]}var XT=S_;function qT(i,e,t){return e==null?Po:Lh(e,t,gf,!0)}function M_(i,e,t,n){return e==null?Po:Uh(e,t,i.scales[n].log,!1)}var YT=M_;function b_(i,e,t,n){return e==null?Po:mf(e,t,i.scales[n].log,!1)}var $T=b_;function ZT(i,e,t,n,s){let r=ni(p0(i),p0(e)),o=e-i,a=$i(s/n*o,t);do{let l=t[a],c=n*l/o;if(c>=s&&r+(l<5?sr.get(l):0)<=17)return[l,c]}while(++a<t.length);return[0,0]}function F0(i){let e,t;return i=i.replace(/(\d+)px/,(n,s)=>(e=An((t=+s)*Lt))+"px"),[i,e,t]}function JT(i){i.show&&[i.font,i.labelFont].forEach(e=>{let t=Gt(e[2]*Lt,1);e[0]=e[0].replace(/[0-9.]+px/,t+"px"),e[1]=t})}function zn(i,e,t){let n={mode:Rt(i.mode,1)},s=n.mode;function r(_,M,P,D){let H=M.valToPct(_);return D+P*(M.dir==-1?1-H:H)}function o(_,M,P,D){let H=M.valToPct(_);return D+P*(M.dir==-1?H:1-H)}function a(_,M,P,D){return M.ori==0?r(_,M,P,D):o(_,M,P,D)}n.valToPosH=r,n.valToPosV=o;let l=!1;n.status=0;let c=n.root=Di(i1);if(i.id!=null&&(c.id=i.id),Mi(c,i.class),i.title){let _=Di(o1,c);_.textContent=i.title}let h=Yi("canvas"),d=n.ctx=h.getContext("2d"),u=Di(a1,c);wr("click",u,_=>{_.target===g&&(qt!=Ur||Qt!=Or)&&On.click(n,_)},!0);let f=n.under=Di(l1,u);u.appendChild(h);let g=n.over=Di(c1,u);i=Io(i);let S=+Rt(i.pxAlign,1),m=D0(S);(i.plugins||[]).forEach(_=>{_.opts&&(i=_.opts(n,i)||i)});let p=i.ms||.001,y=n.series=s==1?O0(i.series||[],E0,I0,!1):WT(i.series||[null],P0),R=n.axes=O0(i.axes||[],T0,C0,!0),w=n.scales={},I=n.bands=i.bands||[];I.forEach(_=>{_.fill=wt(_.fill||null),_.dir=Rt(_.dir,-1)});let A=s==2?y[1].facets[0].scale:y[0].scale,x={axes:gs,series:pt},E=(i.drawOrder||["axes","series"]).map(_=>x[_]);function V(_){let M=_.distr==3?P=>Ds(P>0?P:_.clamp(n,P,_.min,_.max,_.key)):_.distr==4?P=>Kd(P,_.asinh):_.distr==100?P=>_.fwd(P):P=>P;return P=>{let D=M(P),{_min:H,_max:j}=_,ce=j-H;return(D-H)/ce}}function O(_){let M=w[_];if(M==null){let P=(i.scales||ja)[_]||ja;if(P.from!=null){O(P.from);let D=yn({},w[P.from],P,{key:_});D.valToPct=V(D),w[_]=D}else{M=w[_]=yn({},_==A?u_:LT,P),M.key=_;let D=M.time,H=M.range,j=ir(H);if((_!=A||s==2&&!D)&&(j&&(H[0]==null||H[1]==null)&&(H={min:H[0]==null?u0:{mode:1,hard:H[0],soft:H[0]},max:H[1]==null?u0:{mode:1,hard:H[1],soft:H[1]}},j=!1),!j&&Fh(H))){let ce=H;H=(me,Me,Ue)=>Me==null?Po:Lh(Me,Ue,ce)}M.range=wt(H||(D?XT:_==A?M.distr==3?YT:M.distr==4?$T:S_:M.distr==3?M_:M.distr==4?b_:qT)),M.auto=wt(j?!1:M.auto),M.clamp=wt(M.clamp||IT),M._min=M._max=null,M.valToPct=V(M)}}}O("x"),O("y"),s==1&&y.forEach(_=>{O(_.scale)}),R.forEach(_=>{O(_.scale)});for(let _ in i.scales)O(_);let U=w[A],G=U.distr,X,N;U.ori==0?(Mi(c,s1),X=r,N=o):(Mi(c,r1),X=o,N=r);let q={};for(let _ in w){let M=w[_];(M.min!=null||M.max!=null)&&(q[_]={min:M.min,max:M.max},M.min=M.max=null)}let J=i.tzDate||(_=>new Date(An(_/p))),W=i.fmtDate||yf,ue=p==1?sT(J):aT(J),Q=M0(J,S0(p==1?iT:oT,W)),te=w0(J,b0(cT,W)),oe=[],pe=n.legend=yn({},dT,i.legend),fe=n.cursor=yn({},xT,{drag:{y:s==2}},i.cursor),ne=pe.show,_e=fe.show,ve=pe.markers;pe.idxs=oe,ve.width=wt(ve.width),ve.dash=wt(ve.dash),ve.stroke=wt(ve.stroke),ve.fill=wt(ve.fill);let Re,we,qe,ot=[],We=[],dt,ct=!1,st={};if(pe.live){let _=y[1]?y[1].values:null;ct=_!=null,dt=ct?_(n,1,0):{_:0};for(let M in dt)st[M]=ff}if(ne)if(Re=Yi("table",m1,c),qe=Yi("tbody",null,Re),pe.mount(n,Re),ct){we=Yi("thead",null,Re,qe);let _=Yi("tr",null,we);Yi("th",null,_);for(var jt in dt)Yi("th",jg,_).textContent=jt}else Mi(Re,_1),pe.live&&Mi(Re,g1);let Ht={show:!0},dn={show:!1};function Bt(_,M){if(M==0&&(ct||!pe.live||s==2))return Po;let P=[],D=Yi("tr",x1,qe,qe.childNodes[M]);Mi(D,_.class),_.show||Mi(D,br);let H=Yi("th",null,D);if(ve.show){let me=Di(y1,H);if(M>0){let Me=ve.width(n,M);Me&&(me.style.border=Me+"px "+ve.dash(n,M)+" "+ve.stroke(n,M)),me.style.background=ve.fill(n,M)}}let j=Di(jg,H);_.label instanceof HTMLElement?j.appendChild(_.label):j.textContent=_.label,M>0&&(ve.show||(j.style.color=_.width>0?ve.stroke(n,M):ve.fill(n,M)),At("click",H,me=>{if(fe._lock)return;Qe(me);let Me=y.indexOf(_);if((me.ctrlKey||me.metaKey)!=pe.isolate){let Ue=y.some((Oe,Be)=>Be>0&&Be!=Me&&Oe.show);y.forEach((Oe,Be)=>{Be>0&&Qi(Be,Ue?Be==Me?Ht:dn:Ht,!0,_n.setSeries)})}else Qi(Me,{show:!_.show},!0,_n.setSeries)},!1),et&&At(n0,H,me=>{fe._lock||(Qe(me),Qi(y.indexOf(_),Br,!0,_n.setSeries))},!1));for(var ce in dt){let me=Yi("td",v1,D);me.textContent="--",P.push(me)}return[D,P]}let Rn=new Map;function At(_,M,P,D=!0){let H=Rn.get(M)||{},j=fe.bind[_](n,M,P,D);j&&(wr(_,M,H[_]=j),Rn.set(M,H))}function vn(_,M,P){let D=Rn.get(M)||{};for(let H in D)(_==null||H==_)&&(rf(H,M,D[H]),delete D[H]);_==null&&Rn.delete(M)}let nn=0,fn=0,k=0,Ie=0,Je=0,at=0,Te=Je,zt=at,Ge=k,$e=Ie,C=0,v=0,Y=0,de=0;n.bbox={};let le=!1,ye=!1,Se=!1,ie=!1,re=!1,ge=!1;function F(_,M,P){(P||_!=n.width||M!=n.height)&&ae(_,M),ht(!1),Se=!0,ye=!0,Vn()}function ae(_,M){n.width=nn=k=_,n.height=fn=Ie=M,Je=at=0,be(),Xe();let P=n.bbox;C=P.left=Sr(Je*Lt,.5),v=P.top=Sr(at*Lt,.5),Y=P.width=Sr(k*Lt,.5),de=P.height=Sr(Ie*Lt,.5)}let se=3;function Ee(){let _=!1,M=0;for(;!_;){M++;let P=Lr(M),D=ji(M);_=M==se||P&&D,_||(ae(n.width,n.height),ye=!0)}}function xe({width:_,height:M}){F(_,M)}n.setSize=xe;function be(){let _=!1,M=!1,P=!1,D=!1;R.forEach((H,j)=>{if(H.show&&H._show){let{side:ce,_size:me}=H,Me=ce%2,Ue=H.label!=null?H.labelSize:0,Oe=me+Ue;Oe>0&&(Me?(k-=Oe,ce==3?(Je+=Oe,D=!0):P=!0):(Ie-=Oe,ce==0?(at+=Oe,_=!0):M=!0))}}),Ji[0]=_,Ji[1]=P,Ji[2]=M,Ji[3]=D,k-=Ui[1]+Ui[3],Je+=Ui[3],Ie-=Ui[2]+Ui[0],at+=Ui[0]}function Xe(){let _=Je+k,M=at+Ie,P=Je,D=at;function H(j,ce){switch(j){case 1:return _+=ce,_-ce;case 2:return M+=ce,M-ce;case 3:return P-=ce,P+ce;case 0:return D-=ce,D+ce}}R.forEach((j,ce)=>{if(j.show&&j._show){let me=j.side;j._pos=H(me,j._size),j.label!=null&&(j._lpos=H(me,j.labelSize))}})}if(fe.dataIdx==null){let _=fe.hover,M=_.skip=new Set(_.skip??[]);M.add(void 0);let P=_.prox=wt(_.prox),D=_.bias??=0;fe.dataIdx=(H,j,ce,me)=>{if(j==0)return ce;let Me=ce,Ue=P(H,j,ce,me)??Vt,Oe=Ue>=0&&Ue<Vt,Be=U.ori==0?k:Ie,rt=fe.left,Pt=e[0],Ct=e[j];if(M.has(Ct[ce])){Me=null;let xt=null,je=null,Ye;if(D==0||D==-1)for(Ye=ce;xt==null&&Ye-- >0;)M.has(Ct[Ye])||(xt=Ye);if(D==0||D==1)for(Ye=ce;je==null&&Ye++<Ct.length;)M.has(Ct[Ye])||(je=Ye);if(xt!=null||je!=null)if(Oe){let $t=xt==null?-1/0:X(Pt[xt],U,Be,0),on=je==null?1/0:X(Pt[je],U,Be,0),Dn=rt-$t,kt=on-rt;Dn<=kt?Dn<=Ue&&(Me=xt):kt<=Ue&&(Me=je)}else Me=je==null?xt:xt==null?je:ce-xt<=je-ce?xt:je}else Oe&&Cn(rt-X(Pt[ce],U,Be,0))>Ue&&(Me=null);return Me}}let Qe=_=>{fe.event=_};fe.idxs=oe,fe._lock=!1;let he=fe.points;he.show=wt(he.show),he.size=wt(he.size),he.stroke=wt(he.stroke),he.width=wt(he.width),he.fill=wt(he.fill);let ke=n.focus=yn({},i.focus||{alpha:.3},fe.focus),et=ke.prox>=0,Pe=et&&he.one,lt=[],Xt=[],Yn=[];function Bo(_,M){let P=he.show(n,M);if(P instanceof HTMLElement)return Mi(P,p1),Mi(P,_.class),ds(P,-10,-10,k,Ie),g.insertBefore(P,lt[M]),P}function Rr(_,M){if(s==1||M>0){let P=s==1&&w[_.scale].time,D=_.value;_.value=P?_0(D)?w0(J,b0(D,W)):D||te:D||CT,_.label=_.label||(P?vT:yT)}if(Pe||M>0){_.width=_.width==null?1:_.width,_.paths=_.paths||GT||L1,_.fillTo=wt(_.fillTo||DT),_.pxAlign=+Rt(_.pxAlign,S),_.pxRound=D0(_.pxAlign),_.stroke=wt(_.stroke||null),_.fill=wt(_.fill||null),_._stroke=_._fill=_._paths=_._focus=null;let P=RT(ni(1,_.width),1),D=_.points=yn({},{size:P,width:ni(1,P*.2),stroke:_.stroke,space:P*2,paths:HT,_stroke:null,_fill:null},_.points);D.show=wt(D.show),D.filter=wt(D.filter),D.fill=wt(D.fill),D.stroke=wt(D.stroke),D.paths=wt(D.paths),D.pxAlign=_.pxAlign}if(ne){let P=Bt(_,M);ot.splice(M,0,P[0]),We.splice(M,0,P[1]),pe.values.push(null)}if(_e){oe.splice(M,0,null);let P=null;Pe?M==0&&(P=Bo(_,M)):M>0&&(P=Bo(_,M)),lt.splice(M,0,P),Xt.splice(M,0,0),Yn.splice(M,0,0)}Ln("addSeries",M)}function ru(_,M){M=M??y.length,_=s==1?uf(_,M,E0,I0):uf(_,M,{},P0),y.splice(M,0,_),Rr(y[M],M)}n.addSeries=ru;function nl(_){if(y.splice(_,1),ne){pe.values.splice(_,1),We.splice(_,1);let M=ot.splice(_,1)[0];vn(null,M.firstChild),M.remove()}_e&&(oe.splice(_,1),lt.splice(_,1)[0].remove(),Xt.splice(_,1),Yn.splice(_,1)),Ln("delSeries",_)}n.delSeries=nl;let Ji=[!1,!1,!1,!1];function fs(_,M){if(_._show=_.show,_.show){let P=_.side%2,D=w[_.scale];D==null&&(_.scale=P?y[1].scale:A,D=w[_.scale]);let H=D.time;_.size=wt(_.size),_.space=wt(_.space),_.rotate=wt(_.rotate),ir(_.incrs)&&_.incrs.forEach(ce=>{!sr.has(ce)&&sr.set(ce,q0(ce))}),_.incrs=wt(_.incrs||(D.distr==2?eT:H?p==1?nT:rT:Mr)),_.splits=wt(_.splits||(H&&D.distr==1?ue:D.distr==3?af:D.distr==4?bT:MT)),_.stroke=wt(_.stroke),_.grid.stroke=wt(_.grid.stroke),_.ticks.stroke=wt(_.ticks.stroke),_.border.stroke=wt(_.border.stroke);let j=_.values;_.values=ir(j)&&!ir(j[0])?wt(j):H?ir(j)?M0(J,S0(j,W)):_0(j)?lT(J,j):j||Q:j||ST,_.filter=wt(_.filter||(D.distr>=3&&D.log==10?ET:D.distr==3&&D.log==2?AT:W0)),_.font=F0(_.font),_.labelFont=F0(_.labelFont),_._size=_.size(n,null,M,0),_._space=_._rotate=_._incrs=_._found=_._splits=_._values=null,_._size>0&&(Ji[M]=!0,_._el=Di(h1,u))}}function ps(_,M,P,D){let[H,j,ce,me]=P,Me=M%2,Ue=0;return Me==0&&(me||j)&&(Ue=M==0&&!H||M==2&&!ce?An(T0.size/3):0),Me==1&&(H||ce)&&(Ue=M==1&&!j||M==3&&!me?An(C0.size/2):0),Ue}let ko=n.padding=(i.padding||[ps,ps,ps,ps]).map(_=>wt(Rt(_,ps))),Ui=n._padding=ko.map((_,M)=>_(n,M,Ji,0)),sn,cn=null,hn=null,Ki=s==1?y[0].idxs:null,ai=null,Us=!1;function zo(_,M){if(e=_??[],n.data=n._data=e,s==2){sn=0;for(let P=1;P<y.length;P++)sn+=e[P][0].length}else{e.length==0&&(n.data=n._data=e=[[]]),ai=e[0],sn=ai.length;let P=e;if(G==2){P=e.slice();let D=P[0]=Array(sn);for(let H=0;H<sn;H++)D[H]=H}n._data=e=P}if(ht(!0),Ln("setData"),G==2&&(Se=!0),M!==!1){let P=U;P.auto(n,Us)?Vo():Bs(A,P.min,P.max),ie=ie||fe.left>=0,ge=!0,Vn()}}n.setData=zo;function Vo(){Us=!0;let _,M;s==1&&(sn>0?(cn=Ki[0]=0,hn=Ki[1]=sn-1,_=e[0][cn],M=e[0][hn],G==2?(_=cn,M=hn):_==M&&(G==3?[_,M]=Uh(_,_,U.log,!1):G==4?[_,M]=mf(_,_,U.log,!1):U.time?M=_+An(86400/p):[_,M]=Lh(_,M,gf,!0))):(cn=Ki[0]=_=null,hn=Ki[1]=M=null)),Bs(A,_,M)}let Pr,Os,Ir,b,z,ee,Z,K,Ae,Le;function Ce(_,M,P,D,H,j){_??=e0,P??=xf,D??="butt",H??=e0,j??="round",_!=Pr&&(d.strokeStyle=Pr=_),H!=Os&&(d.fillStyle=Os=H),M!=Ir&&(d.lineWidth=Ir=M),j!=z&&(d.lineJoin=z=j),D!=ee&&(d.lineCap=ee=D),P!=b&&d.setLineDash(b=P)}function De(_,M,P,D){M!=Os&&(d.fillStyle=Os=M),_!=Z&&(d.font=Z=_),P!=K&&(d.textAlign=K=P),D!=Ae&&(d.textBaseline=Ae=D)}function Ve(_,M,P,D,H=0){if(D.length>0&&_.auto(n,Us)&&(M==null||M.min==null)){let j=Rt(cn,0),ce=Rt(hn,D.length-1),me=P.min==null?E1(D,j,ce,H,_.distr==3):[P.min,P.max];_.min=Zi(_.min,P.min=me[0]),_.max=ni(_.max,P.max=me[1])}}let nt={min:null,max:null};function ft(){for(let D in w){let H=w[D];q[D]==null&&(H.min==null||q[A]!=null&&H.auto(n,Us))&&(q[D]=nt)}for(let D in w){let H=w[D];q[D]==null&&H.from!=null&&q[H.from]!=null&&(q[D]=nt)}q[A]!=null&&ht(!0);let _={};for(let D in q){let H=q[D];if(H!=null){let j=_[D]=Io(w[D],U1);if(H.min!=null)yn(j,H);else if(D!=A||s==2)if(sn==0&&j.from==null){let ce=j.range(n,null,null,D);j.min=ce[0],j.max=ce[1]}else j.min=Vt,j.max=-Vt}}if(sn>0){y.forEach((D,H)=>{if(s==1){let j=D.scale,ce=q[j];if(ce==null)return;let me=_[j];if(H==0){let Me=me.range(n,me.min,me.max,j);me.min=Me[0],me.max=Me[1],cn=$i(me.min,e[0]),hn=$i(me.max,e[0]),hn-cn>1&&(e[0][cn]<me.min&&cn++,e[0][hn]>me.max&&hn--),D.min=ai[cn],D.max=ai[hn]}else D.show&&D.auto&&Ve(me,ce,D,e[H],D.sorted);D.idxs[0]=cn,D.idxs[1]=hn}else if(H>0&&D.show&&D.auto){let[j,ce]=D.facets,me=j.scale,Me=ce.scale,[Ue,Oe]=e[H],Be=_[me],rt=_[Me];Be!=null&&Ve(Be,q[me],j,Ue,j.sorted),rt!=null&&Ve(rt,q[Me],ce,Oe,ce.sorted),D.min=ce.min,D.max=ce.max}});for(let D in _){let H=_[D],j=q[D];if(H.from==null&&(j==null||j.min==null)){let ce=H.range(n,H.min==Vt?null:H.min,H.max==-Vt?null:H.max,D);H.min=ce[0],H.max=ce[1]}}}for(let D in _){let H=_[D];if(H.from!=null){let j=_[H.from];if(j.min==null)H.min=H.max=null;else{let ce=H.range(n,j.min,j.max,D);H.min=ce[0],H.max=ce[1]}}}let M={},P=!1;for(let D in _){let H=_[D],j=w[D];if(j.min!=H.min||j.max!=H.max){j.min=H.min,j.max=H.max;let ce=j.distr;j._min=ce==3?Ds(j.min):ce==4?Kd(j.min,j.asinh):ce==100?j.fwd(j.min):j.min,j._max=ce==3?Ds(j.max):ce==4?Kd(j.max,j.asinh):ce==100?j.fwd(j.max):j.max,M[D]=P=!0}}if(P){y.forEach((D,H)=>{s==2?H>0&&M.y&&(D._paths=null):M[D.scale]&&(D._paths=null)});for(let D in M)Se=!0,Ln("setScale",D);_e&&fe.left>=0&&(ie=ge=!0)}for(let D in q)q[D]=null}function ze(_){let M=of(cn-1,0,sn-1),P=of(hn+1,0,sn-1);for(;_[M]==null&&M>0;)M--;for(;_[P]==null&&P<sn-1;)P++;return[M,P]}function pt(){if(sn>0){let _=y.some(M=>M._focus)&&Le!=ke.alpha;_&&(d.globalAlpha=Le=ke.alpha),y.forEach((M,P)=>{if(P>0&&M.show&&(tn(P,!1),tn(P,!0),M._paths==null)){let D=Le;Le!=M.alpha&&(d.globalAlpha=Le=M.alpha);let H=s==2?[0,e[P][0].length-1]:ze(e[P]);M._paths=M.paths(n,P,H[0],H[1]),Le!=D&&(d.globalAlpha=Le=D)}}),y.forEach((M,P)=>{if(P>0&&M.show){let D=Le;Le!=M.alpha&&(d.globalAlpha=Le=M.alpha),M._paths!=null&&Ut(P,!1);{let H=M._paths!=null?M._paths.gaps:null,j=M.points.show(n,P,cn,hn,H),ce=M.points.filter(n,P,j,H);(j||ce)&&(M.points._paths=M.points.paths(n,P,cn,hn,ce),Ut(P,!0))}Le!=D&&(d.globalAlpha=Le=D),Ln("drawSeries",P)}}),_&&(d.globalAlpha=Le=1)}}function tn(_,M){let P=M?y[_].points:y[_];P._stroke=P.stroke(n,_),P._fill=P.fill(n,_)}function Ut(_,M){let P=M?y[_].points:y[_],{stroke:D,fill:H,clip:j,flags:ce,_stroke:me=P._stroke,_fill:Me=P._fill,_width:Ue=P.width}=P._paths;Ue=Gt(Ue*Lt,3);let Oe=null,Be=Ue%2/2;M&&Me==null&&(Me=Ue>0?"#fff":me);let rt=P.pxAlign==1&&Be>0;if(rt&&d.translate(Be,Be),!M){let Pt=C-Ue/2,Ct=v-Ue/2,xt=Y+Ue,je=de+Ue;Oe=new Path2D,Oe.rect(Pt,Ct,xt,je)}M?Fe(me,Ue,P.dash,P.cap,Me,D,H,ce,j):Ot(_,me,Ue,P.dash,P.cap,Me,D,H,ce,Oe,j),rt&&d.translate(-Be,-Be)}function Ot(_,M,P,D,H,j,ce,me,Me,Ue,Oe){let Be=!1;Me!=0&&I.forEach((rt,Pt)=>{if(rt.series[0]==_){let Ct=y[rt.series[1]],xt=e[rt.series[1]],je=(Ct._paths||ja).band;ir(je)&&(je=rt.dir==1?je[0]:je[1]);let Ye,$t=null;Ct.show&&je&&C1(xt,cn,hn)?($t=rt.fill(n,Pt)||j,Ye=Ct._paths.clip):je=null,Fe(M,P,D,H,$t,ce,me,Me,Ue,Oe,Ye,je),Be=!0}}),Be||Fe(M,P,D,H,j,ce,me,Me,Ue,Oe)}let Sn=Lo|cf;function Fe(_,M,P,D,H,j,ce,me,Me,Ue,Oe,Be){Ce(_,M,P,D,H),(Me||Ue||Be)&&(d.save(),Me&&d.clip(Me),Ue&&d.clip(Ue)),Be?(me&Sn)==Sn?(d.clip(Be),Oe&&d.clip(Oe),St(H,ce),pn(_,j,M)):me&cf?(St(H,ce),d.clip(Be),pn(_,j,M)):me&Lo&&(d.save(),d.clip(Be),Oe&&d.clip(Oe),St(H,ce),d.restore(),pn(_,j,M)):(St(H,ce),pn(_,j,M)),(Me||Ue||Be)&&d.restore()}function pn(_,M,P){P>0&&(M instanceof Map?M.forEach((D,H)=>{d.strokeStyle=Pr=H,d.stroke(D)}):M!=null&&_&&d.stroke(M))}function St(_,M){M instanceof Map?M.forEach((P,D)=>{d.fillStyle=Os=D,d.fill(P)}):M!=null&&_&&d.fill(M)}function ms(_,M,P,D){let H=R[_],j;if(D<=0)j=[0,0];else{let ce=H._space=H.space(n,_,M,P,D),me=H._incrs=H.incrs(n,_,M,P,D,ce);j=ZT(M,P,me,D,ce)}return H._found=j}function mn(_,M,P,D,H,j,ce,me,Me,Ue){let Oe=ce%2/2;S==1&&d.translate(Oe,Oe),Ce(me,ce,Me,Ue,me),d.beginPath();let Be,rt,Pt,Ct,xt=H+(D==0||D==3?-j:j);P==0?(rt=H,Ct=xt):(Be=H,Pt=xt);for(let je=0;je<_.length;je++)M[je]!=null&&(P==0?Be=Pt=_[je]:rt=Ct=_[je],d.moveTo(Be,rt),d.lineTo(Pt,Ct));d.stroke(),S==1&&d.translate(-Oe,-Oe)}function Lr(_){let M=!0;return R.forEach((P,D)=>{if(!P.show)return;let H=w[P.scale];if(H.min==null){P._show&&(M=!1,P._show=!1,ht(!1));return}else P._show||(M=!1,P._show=!0,ht(!1));let j=P.side,ce=j%2,{min:me,max:Me}=H,[Ue,Oe]=ms(D,me,Me,ce==0?k:Ie);if(Oe==0)return;let Be=H.distr==2,rt=P._splits=P.splits(n,D,me,Me,Ue,Oe,Be),Pt=H.distr==2?rt.map(Ye=>ai[Ye]):rt,Ct=H.distr==2?ai[rt[1]]-ai[rt[0]]:Ue,xt=P._values=P.values(n,P.filter(n,Pt,D,Oe,Ct),D,Oe,Ct);P._rotate=j==2?P.rotate(n,xt,D,Oe):0;let je=P._size;P._size=Ni(P.size(n,xt,D,_)),je!=null&&P._size!=je&&(M=!1)}),M}function ji(_){let M=!0;return ko.forEach((P,D)=>{let H=P(n,D,Ji,_);H!=Ui[D]&&(M=!1),Ui[D]=H}),M}function gs(){for(let _=0;_<R.length;_++){let M=R[_];if(!M.show||!M._show)continue;let P=M.side,D=P%2,H,j,ce=M.stroke(n,_),me=P==0||P==3?-1:1,[Me,Ue]=M._found;if(M.label!=null){let Jn=M.labelGap*me,hi=An((M._lpos+Jn)*Lt);De(M.labelFont[0],ce,"center",P==2?"top":Qg),d.save(),D==1?(H=j=0,d.translate(hi,An(v+de/2)),d.rotate((P==3?-Ph:Ph)/2)):(H=An(C+Y/2),j=hi);let ar=G0(M.label)?M.label(n,_,Me,Ue):M.label;d.fillText(ar,H,j),d.restore()}if(Ue==0)continue;let Oe=w[M.scale],Be=D==0?Y:de,rt=D==0?C:v,Pt=M._splits,Ct=Oe.distr==2?Pt.map(Jn=>ai[Jn]):Pt,xt=Oe.distr==2?ai[Pt[1]]-ai[Pt[0]]:Me,je=M.ticks,Ye=M.border,$t=je.show?je.size:0,on=An($t*Lt),Dn=An((M.alignTo==2?M._size-$t-M.gap:M.gap)*Lt),kt=M._rotate*-Ph/180,an=m(M._pos*Lt),li=(on+Dn)*me,Zn=an+li;j=D==0?Zn:0,H=D==1?Zn:0;let Ti=M.font[0],Oi=M.align==1?Eo:M.align==2?$d:kt>0?Eo:kt<0?$d:D==0?"center":P==3?$d:Eo,ts=kt||D==1?"middle":P==2?"top":Qg;De(Ti,ce,Oi,ts);let ci=M.font[1]*M.lineGap,Ei=Pt.map(Jn=>m(a(Jn,Oe,Be,rt))),Fi=M._values;for(let Jn=0;Jn<Fi.length;Jn++){let hi=Fi[Jn];if(hi!=null){D==0?H=Ei[Jn]:j=Ei[Jn],hi=""+hi;let ar=hi.indexOf(`
`)==-1?[hi]:hi.split(/\n/gm);for(let Kn=0;Kn<ar.length;Kn++){let tp=ar[Kn];kt?(d.save(),d.translate(H,j+Kn*ci),d.rotate(kt),d.fillText(tp,0,0),d.restore()):d.fillText(tp,H,j+Kn*ci)}}}je.show&&mn(Ei,je.filter(n,Ct,_,Ue,xt),D,P,an,on,Gt(je.width*Lt,3),je.stroke(n,_),je.dash,je.cap);let ns=M.grid;ns.show&&mn(Ei,ns.filter(n,Ct,_,Ue,xt),D,D==0?2:1,D==0?v:C,D==0?de:Y,Gt(ns.width*Lt,3),ns.stroke(n,_),ns.dash,ns.cap),Ye.show&&mn([an],[1],D==0?1:0,D==0?1:2,D==1?v:C,D==1?de:Y,Gt(Ye.width*Lt,3),Ye.stroke(n,_),Ye.dash,Ye.cap)}Ln("drawAxes")}function ht(_){y.forEach((M,P)=>{P>0&&(M._paths=null,_&&(s==1?(M.min=null,M.max=null):M.facets.forEach(D=>{D.min=null,D.max=null})))})}let rn=!1,$n=!1,Ft=[];function gn(){$n=!1;for(let _=0;_<Ft.length;_++)Ln(...Ft[_]);Ft.length=0}function Vn(){rn||(G1(Ff),rn=!0)}function il(_,M=!1){rn=!0,$n=M,_(n),Ff(),M&&Ft.length>0&&queueMicrotask(gn)}n.batch=il;function Ff(){if(le&&(ft(),le=!1),Se&&(Ee(),Se=!1),ye){if(Kt(f,Eo,Je),Kt(f,"top",at),Kt(f,$a,k),Kt(f,Za,Ie),Kt(g,Eo,Je),Kt(g,"top",at),Kt(g,$a,k),Kt(g,Za,Ie),Kt(u,$a,nn),Kt(u,Za,fn),h.width=An(nn*Lt),h.height=An(fn*Lt),R.forEach(({_el:_,_show:M,_size:P,_pos:D,side:H})=>{if(_!=null)if(M){let j=H===3||H===0?P:0,ce=H%2==1;Kt(_,ce?"left":"top",D-j),Kt(_,ce?"width":"height",P),Kt(_,ce?"top":"left",ce?at:Je),Kt(_,ce?"height":"width",ce?Ie:k),sf(_,br)}else Mi(_,br)}),Pr=Os=Ir=z=ee=Z=K=Ae=b=null,Le=1,Wo(!0),Je!=Te||at!=zt||k!=Ge||Ie!=$e){ht(!1);let _=k/Ge,M=Ie/$e;if(_e&&!ie&&fe.left>=0){fe.left*=_,fe.top*=M,Dr&&ds(Dr,An(fe.left),0,k,Ie),Nr&&ds(Nr,0,An(fe.top),k,Ie);for(let P=0;P<lt.length;P++){let D=lt[P];D!=null&&(Xt[P]*=_,Yn[P]*=M,ds(D,Ni(Xt[P]),Ni(Yn[P]),k,Ie))}}if(Yt.show&&!re&&Yt.left>=0&&Yt.width>0){Yt.left*=_,Yt.width*=_,Yt.top*=M,Yt.height*=M;for(let P in uu)Kt(Fr,P,Yt[P])}Te=Je,zt=at,Ge=k,$e=Ie}Ln("setSize"),ye=!1}nn>0&&fn>0&&(d.clearRect(0,0,h.width,h.height),Ln("drawClear"),E.forEach(_=>_()),Ln("draw")),Yt.show&&re&&(sl(Yt),re=!1),_e&&ie&&(or(null,!0,!1),ie=!1),pe.show&&pe.live&&ge&&(cu(),ge=!1),l||(l=!0,n.status=1,Ln("ready")),Us=!1,rn=!1}n.redraw=(_,M)=>{Se=M||!1,_!==!1?Bs(A,U.min,U.max):Vn()};function ou(_,M){let P=w[_];if(P.from==null){if(sn==0){let D=P.range(n,M.min,M.max,_);M.min=D[0],M.max=D[1]}if(M.min>M.max){let D=M.min;M.min=M.max,M.max=D}if(sn>1&&M.min!=null&&M.max!=null&&M.max-M.min<1e-16)return;_==A&&P.distr==2&&sn>0&&(M.min=$i(M.min,e[0]),M.max=$i(M.max,e[0]),M.min==M.max&&M.max++),q[_]=M,le=!0,Vn()}}n.setScale=ou;let au,lu,Dr,Nr,Bf,kf,Ur,Or,zf,Vf,qt,Qt,Fs=!1,On=fe.drag,Pn=On.x,In=On.y;_e&&(fe.x&&(au=Di(d1,g)),fe.y&&(lu=Di(f1,g)),U.ori==0?(Dr=au,Nr=lu):(Dr=lu,Nr=au),qt=fe.left,Qt=fe.top);let Yt=n.select=yn({show:!0,over:!0,left:0,width:0,top:0,height:0},i.select),Fr=Yt.show?Di(u1,Yt.over?g:f):null;function sl(_,M){if(Yt.show){for(let P in _)Yt[P]=_[P],P in uu&&Kt(Fr,P,_[P]);M!==!1&&Ln("setSelect")}}n.setSelect=sl;function J_(_){if(y[_].show)ne&&sf(ot[_],br);else if(ne&&Mi(ot[_],br),_e){let P=Pe?lt[0]:lt[_];P!=null&&ds(P,-10,-10,k,Ie)}}function Bs(_,M,P){ou(_,{min:M,max:P})}function Qi(_,M,P,D){M.focus!=null&&tx(_),M.show!=null&&y.forEach((H,j)=>{j>0&&(_==j||_==null)&&(H.show=M.show,J_(j),s==2?(Bs(H.facets[0].scale,null,null),Bs(H.facets[1].scale,null,null)):Bs(H.scale,null,null),Vn())}),P!==!1&&Ln("setSeries",_,M),D&&Xo("setSeries",n,_,M)}n.setSeries=Qi;function K_(_,M){yn(I[_],M)}function j_(_,M){_.fill=wt(_.fill||null),_.dir=Rt(_.dir,-1),M=M??I.length,I.splice(M,0,_)}function Q_(_){_==null?I.length=0:I.splice(_,1)}n.addBand=j_,n.setBand=K_,n.delBand=Q_;function ex(_,M){y[_].alpha=M,_e&&lt[_]!=null&&(lt[_].style.opacity=M),ne&&ot[_]&&(ot[_].style.opacity=M)}let _s,ks,rr,Br={focus:!0};function tx(_){if(_!=rr){let M=_==null,P=ke.alpha!=1;y.forEach((D,H)=>{if(s==1||H>0){let j=M||H==0||H==_;D._focus=M?null:j,P&&ex(H,j?1:ke.alpha)}}),rr=_,P&&Vn()}}ne&&et&&At(i0,Re,_=>{fe._lock||(Qe(_),rr!=null&&Qi(null,Br,!0,_n.setSeries))});function es(_,M,P){let D=w[M];P&&(_=_/Lt-(D.ori==1?at:Je));let H=k;D.ori==1&&(H=Ie,_=H-_),D.dir==-1&&(_=H-_);let j=D._min,ce=D._max,me=_/H,Me=j+(ce-j)*me,Ue=D.distr;return Ue==3?Ro(10,Me):Ue==4?P1(Me,D.asinh):Ue==100?D.bwd(Me):Me}function nx(_,M){let P=es(_,A,M);return $i(P,e[0],cn,hn)}n.valToIdx=_=>$i(_,e[0]),n.posToIdx=nx,n.posToVal=es,n.valToPos=(_,M,P)=>w[M].ori==0?r(_,w[M],P?Y:k,P?C:0):o(_,w[M],P?de:Ie,P?v:0),n.setCursor=(_,M,P)=>{qt=_.left,Qt=_.top,or(null,M,P)};function Gf(_,M){Kt(Fr,Eo,Yt.left=_),Kt(Fr,$a,Yt.width=M)}function Hf(_,M){Kt(Fr,"top",Yt.top=_),Kt(Fr,Za,Yt.height=M)}let Go=U.ori==0?Gf:Hf,Ho=U.ori==1?Gf:Hf;function ix(){if(ne&&pe.live)for(let _=s==2?1:0;_<y.length;_++){if(_==0&&ct)continue;let M=pe.values[_],P=0;for(let D in M)We[_][P++].firstChild.nodeValue=M[D]}}function cu(_,M){if(_!=null&&(_.idxs?_.idxs.forEach((P,D)=>{oe[D]=P}):N1(_.idx)||oe.fill(_.idx),pe.idx=oe[0]),ne&&pe.live){for(let P=0;P<y.length;P++)(P>0||s==1&&!ct)&&sx(P,oe[P]);ix()}ge=!1,M!==!1&&Ln("setLegend")}n.setLegend=cu;function sx(_,M){let P=y[_],D=_==0&&G==2?ai:e[_],H;ct?H=P.values(n,_,M)??st:(H=P.value(n,M==null?null:D[M],_,M),H=H==null?st:{_:H}),pe.values[_]=H}function or(_,M,P){zf=qt,Vf=Qt,[qt,Qt]=fe.move(n,qt,Qt),fe.left=qt,fe.top=Qt,_e&&(Dr&&ds(Dr,An(qt),0,k,Ie),Nr&&ds(Nr,0,An(Qt),k,Ie));let D,H=cn>hn;_s=Vt,ks=null;let j=U.ori==0?k:Ie,ce=U.ori==1?k:Ie;if(qt<0||sn==0||H){D=fe.idx=null;for(let me=0;me<y.length;me++){let Me=lt[me];Me!=null&&ds(Me,-10,-10,k,Ie)}et&&Qi(null,Br,!0,_==null&&_n.setSeries),pe.live&&(oe.fill(D),ge=!0)}else{let me,Me,Ue;s==1&&(me=U.ori==0?qt:Qt,Me=es(me,A),D=fe.idx=$i(Me,e[0],cn,hn),Ue=X(e[0][D],U,j,0));let Oe=-10,Be=-10,rt=0,Pt=0,Ct=!0,xt="",je="";for(let Ye=s==2?1:0;Ye<y.length;Ye++){let $t=y[Ye],on=oe[Ye],Dn=on==null?null:s==1?e[Ye][on]:e[Ye][1][on],kt=fe.dataIdx(n,Ye,D,Me),an=kt==null?null:s==1?e[Ye][kt]:e[Ye][1][kt];if(ge=ge||an!=Dn||kt!=on,oe[Ye]=kt,Ye>0&&$t.show){let li=kt==null?-10:kt==D?Ue:X(s==1?e[0][kt]:e[Ye][0][kt],U,j,0),Zn=an==null?-10:N(an,s==1?w[$t.scale]:w[$t.facets[1].scale],ce,0);if(et&&an!=null){let Ti=U.ori==1?qt:Qt,Oi=Cn(ke.dist(n,Ye,kt,Zn,Ti));if(Oi<_s){let ts=ke.bias;if(ts!=0){let ci=es(Ti,$t.scale),Ei=an>=0?1:-1,Fi=ci>=0?1:-1;Fi==Ei&&(Fi==1?ts==1?an>=ci:an<=ci:ts==1?an<=ci:an>=ci)&&(_s=Oi,ks=Ye)}else _s=Oi,ks=Ye}}if(ge||Pe){let Ti,Oi;U.ori==0?(Ti=li,Oi=Zn):(Ti=Zn,Oi=li);let ts,ci,Ei,Fi,ns,Jn,hi=!0,ar=he.bbox;if(ar!=null){hi=!1;let Kn=ar(n,Ye);Ei=Kn.left,Fi=Kn.top,ts=Kn.width,ci=Kn.height}else Ei=Ti,Fi=Oi,ts=ci=he.size(n,Ye);if(Jn=he.fill(n,Ye),ns=he.stroke(n,Ye),Pe)Ye==ks&&_s<=ke.prox&&(Oe=Ei,Be=Fi,rt=ts,Pt=ci,Ct=hi,xt=Jn,je=ns);else{let Kn=lt[Ye];Kn!=null&&(Xt[Ye]=Ei,Yn[Ye]=Fi,h0(Kn,ts,ci,hi),l0(Kn,Jn,ns),ds(Kn,Ni(Ei),Ni(Fi),k,Ie))}}}}if(Pe){let Ye=ke.prox,$t=rr==null?_s<=Ye:_s>Ye||ks!=rr;if(ge||$t){let on=lt[0];on!=null&&(Xt[0]=Oe,Yn[0]=Be,h0(on,rt,Pt,Ct),l0(on,xt,je),ds(on,Ni(Oe),Ni(Be),k,Ie))}}}if(Yt.show&&Fs)if(_!=null){let[me,Me]=_n.scales,[Ue,Oe]=_n.match,[Be,rt]=_.cursor.sync.scales,Pt=_.cursor.drag;if(Pn=Pt._x,In=Pt._y,Pn||In){let{left:Ct,top:xt,width:je,height:Ye}=_.select,$t=_.scales[Be].ori,on=_.posToVal,Dn,kt,an,li,Zn,Ti=me!=null&&Ue(me,Be),Oi=Me!=null&&Oe(Me,rt);Ti&&Pn?($t==0?(Dn=Ct,kt=je):(Dn=xt,kt=Ye),an=w[me],li=X(on(Dn,Be),an,j,0),Zn=X(on(Dn+kt,Be),an,j,0),Go(Zi(li,Zn),Cn(Zn-li))):Go(0,j),Oi&&In?($t==1?(Dn=Ct,kt=je):(Dn=xt,kt=Ye),an=w[Me],li=N(on(Dn,rt),an,ce,0),Zn=N(on(Dn+kt,rt),an,ce,0),Ho(Zi(li,Zn),Cn(Zn-li))):Ho(0,ce)}else du()}else{let me=Cn(zf-Bf),Me=Cn(Vf-kf);if(U.ori==1){let rt=me;me=Me,Me=rt}Pn=On.x&&me>=On.dist,In=On.y&&Me>=On.dist;let Ue=On.uni;Ue!=null?Pn&&In&&(Pn=me>=Ue,In=Me>=Ue,!Pn&&!In&&(Me>me?In=!0:Pn=!0)):On.x&&On.y&&(Pn||In)&&(Pn=In=!0);let Oe,Be;Pn&&(U.ori==0?(Oe=Ur,Be=qt):(Oe=Or,Be=Qt),Go(Zi(Oe,Be),Cn(Be-Oe)),In||Ho(0,ce)),In&&(U.ori==1?(Oe=Ur,Be=qt):(Oe=Or,Be=Qt),Ho(Zi(Oe,Be),Cn(Be-Oe)),Pn||Go(0,j)),!Pn&&!In&&(Go(0,0),Ho(0,0))}if(On._x=Pn,On._y=In,_==null){if(P){if(ep!=null){let[me,Me]=_n.scales;_n.values[0]=me!=null?es(U.ori==0?qt:Qt,me):null,_n.values[1]=Me!=null?es(U.ori==1?qt:Qt,Me):null}Xo(Zd,n,qt,Qt,k,Ie,D)}if(et){let me=P&&_n.setSeries,Me=ke.prox;rr==null?_s<=Me&&Qi(ks,Br,!0,me):_s>Me?Qi(null,Br,!0,me):ks!=rr&&Qi(ks,Br,!0,me)}}ge&&(pe.idx=D,cu()),M!==!1&&Ln("setCursor")}let zs=null;Object.defineProperty(n,"rect",{get(){return zs==null&&Wo(!1),zs}});function Wo(_=!1){_?zs=null:(zs=g.getBoundingClientRect(),Ln("syncRect",zs))}function Wf(_,M,P,D,H,j,ce){fe._lock||Fs&&_!=null&&_.movementX==0&&_.movementY==0||(hu(_,M,P,D,H,j,ce,!1,_!=null),_!=null?or(null,!0,!0):or(M,!0,!1))}function hu(_,M,P,D,H,j,ce,me,Me){if(zs==null&&Wo(!1),Qe(_),_!=null)P=_.clientX-zs.left,D=_.clientY-zs.top;else{if(P<0||D<0){qt=-10,Qt=-10;return}let[Ue,Oe]=_n.scales,Be=M.cursor.sync,[rt,Pt]=Be.values,[Ct,xt]=Be.scales,[je,Ye]=_n.match,$t=M.axes[0].side%2==1,on=U.ori==0?k:Ie,Dn=U.ori==1?k:Ie,kt=$t?j:H,an=$t?H:j,li=$t?D:P,Zn=$t?P:D;if(Ct!=null?P=je(Ue,Ct)?a(rt,w[Ue],on,0):-10:P=on*(li/kt),xt!=null?D=Ye(Oe,xt)?a(Pt,w[Oe],Dn,0):-10:D=Dn*(Zn/an),U.ori==1){let Ti=P;P=D,D=Ti}}Me&&(M==null||M.cursor.event.type==Zd)&&((P<=1||P>=k-1)&&(P=Sr(P,k)),(D<=1||D>=Ie-1)&&(D=Sr(D,Ie))),me?(Bf=P,kf=D,[Ur,Or]=fe.move(n,P,D)):(qt=P,Qt=D)}let uu={width:0,height:0,left:0,top:0};function du(){sl(uu,!1)}let Xf,qf,Yf,$f;function Zf(_,M,P,D,H,j,ce){Fs=!0,Pn=In=On._x=On._y=!1,hu(_,M,P,D,H,j,ce,!0,!1),_!=null&&(At(Jd,tf,Jf,!1),Xo(t0,n,Ur,Or,k,Ie,null));let{left:me,top:Me,width:Ue,height:Oe}=Yt;Xf=me,qf=Me,Yf=Ue,$f=Oe}function Jf(_,M,P,D,H,j,ce){Fs=On._x=On._y=!1,hu(_,M,P,D,H,j,ce,!1,!0);let{left:me,top:Me,width:Ue,height:Oe}=Yt,Be=Ue>0||Oe>0,rt=Xf!=me||qf!=Me||Yf!=Ue||$f!=Oe;if(Be&&rt&&sl(Yt),On.setScale&&Be&&rt){let Pt=me,Ct=Ue,xt=Me,je=Oe;if(U.ori==1&&(Pt=Me,Ct=Oe,xt=me,je=Ue),Pn&&Bs(A,es(Pt,A),es(Pt+Ct,A)),In)for(let Ye in w){let $t=w[Ye];Ye!=A&&$t.from==null&&$t.min!=Vt&&Bs(Ye,es(xt+je,Ye),es(xt,Ye))}du()}else fe.lock&&(fe._lock=!fe._lock,or(M,!0,_!=null));_!=null&&(vn(Jd,tf),Xo(Jd,n,qt,Qt,k,Ie,null))}function rx(_,M,P,D,H,j,ce){if(fe._lock)return;Qe(_);let me=Fs;if(Fs){let Me=!0,Ue=!0,Oe=10,Be,rt;U.ori==0?(Be=Pn,rt=In):(Be=In,rt=Pn),Be&&rt&&(Me=qt<=Oe||qt>=k-Oe,Ue=Qt<=Oe||Qt>=Ie-Oe),Be&&Me&&(qt=qt<Ur?0:k),rt&&Ue&&(Qt=Qt<Or?0:Ie),or(null,!0,!0),Fs=!1}qt=-10,Qt=-10,oe.fill(null),or(null,!0,!0),me&&(Fs=me)}function Kf(_,M,P,D,H,j,ce){fe._lock||(Qe(_),Vo(),du(),_!=null&&Xo(s0,n,qt,Qt,k,Ie,null))}function jf(){R.forEach(JT),F(n.width,n.height,!0)}wr(Ih,Co,jf);let kr={};kr.mousedown=Zf,kr.mousemove=Wf,kr.mouseup=Jf,kr.dblclick=Kf,kr.setSeries=(_,M,P,D)=>{let H=_n.match[2];P=H(n,M,P),P!=-1&&Qi(P,D,!0,!1)},_e&&(At(t0,g,Zf),At(Zd,g,Wf),At(n0,g,_=>{Qe(_),Wo(!1)}),At(i0,g,rx),At(s0,g,Kf),hf.add(n),n.syncRect=Wo);let rl=n.hooks=i.hooks||{};function Ln(_,M,P){$n?Ft.push([_,M,P]):_ in rl&&rl[_].forEach(D=>{D.call(null,n,M,P)})}(i.plugins||[]).forEach(_=>{for(let M in _.hooks)rl[M]=(rl[M]||[]).concat(_.hooks[M])});let Qf=(_,M,P)=>P,_n=yn({key:null,setSeries:!1,filters:{pub:m0,sub:m0},scales:[A,y[1]?y[1].scale:null],match:[g0,g0,Qf],values:[null,null]},fe.sync);_n.match.length==2&&_n.match.push(Qf),fe.sync=_n;let ep=_n.key,fu=d_(ep);function Xo(_,M,P,D,H,j,ce){_n.filters.pub(_,M,P,D,H,j,ce)&&fu.pub(_,M,P,D,H,j,ce)}fu.sub(n);function ox(_,M,P,D,H,j,ce){_n.filters.sub(_,M,P,D,H,j,ce)&&kr[_](null,M,P,D,H,j,ce)}n.pub=ox;function ax(){fu.unsub(n),hf.delete(n),Rn.clear(),rf(Ih,Co,jf),c.remove(),Re?.remove(),Ln("destroy")}n.destroy=ax;function pu(){Ln("init",i,e),zo(e||i.data,!1),q[A]?ou(A,q[A]):Vo(),re=Yt.show&&(Yt.width>0||Yt.height>0),ie=ge=!0,F(i.width,i.height)}return y.forEach(Rr),R.forEach(fs),t?t instanceof HTMLElement?(t.appendChild(c),pu()):t(n,pu):pu(),n}zn.assign=yn;zn.fmtNum=_f;zn.rangeNum=Lh;zn.rangeLog=Uh;zn.rangeAsinh=mf;zn.orient=Er;zn.pxRatio=Lt;zn.join=V1;zn.fmtDate=yf,zn.tzDate=j1;zn.sync=d_;{zn.addGap=NT,zn.clipGaps=Bh;let i=zn.paths={points:x_};i.linear=v_,i.stepped=FT,i.bars=BT,i.spline=zT}var Ef=1,KT=3,w_=[50,90,100,120,150,200];function T_(i,e){let t=i.dose_gy,n=i.volume_fraction;if(e<=t[0])return n[0];if(e>=t.at(-1))return e>t.at(-1)?0:n.at(-1);let s=0,r=t.length-1;for(;r-s>1;){let o=s+r>>1;t[o]<=e?s=o:r=o}return n[s]+(n[r]-n[s])*(e-t[s])/(t[r]-t[s])}var Gh=class{constructor(){this.plotBox=L("div",{class:"plot","aria-hidden":"true"}),this.readout=L("div",{class:"dvh-readout",role:"status"}),this.legend=L("ul",{class:"legend","aria-label":B("dvh.curves")}),this.values=L("div",{class:"dvh-values"}),this.relative=Tt("",()=>{T.display.relative=!T.display.relative,He("display")},{class:"small"}),this.node=L("section",{class:"card dvh","aria-label":B("dvh")},L("header",{},L("h2",{text:B("dvh")}),this.readout,this.relative),this.plotBox,this.legend,this.details=L("details",{on:{toggle:()=>T.plan&&this.fillValues()}},L("summary",{text:B("dvh.table")}),this.values)),this.update=ln(()=>this.updateNow()),yt("plan preview compared",()=>this.update()),yt("display",()=>this.rebuild()),new ResizeObserver(()=>this.size()).observe(this.plotBox),this.rebuild()}curves(){let e=un();if(!e)return[];let t=T.compared?.plan??(e.edited||T.preview?T.original:null),n=Object.entries(e.dvh).map(([r,o])=>({name:r,curve:o,dashed:!1})),s=t?Object.entries(t.dvh).map(([r,o])=>({name:r,curve:o,dashed:!0})):[];return[...n,...s].filter(({name:r})=>!T.display.hidden.has(r))}rebuild(){this.plot?.destroy(),this.plot=null,this.relative.textContent=B(T.display.relative?"dvh.show-gy":"dvh.show-percent");let e=this.curves();if(this.shape=E_(e),this.fillLegend(),!e.length)return this.plotBox.replaceChildren(L("p",{class:"empty",text:B("no-plan")}));this.plotBox.replaceChildren();let{dose_gy:t}=T.plan.prescription,n=T.display.relative?"%":"Gy",s={stroke:"#9aa6b2",grid:{stroke:"#232a33",width:1},ticks:{stroke:"#232a33"},font:"11px system-ui",size:34,labelSize:16,labelFont:"11px system-ui"};this.plot=new zn({width:Math.max(200,this.plotBox.clientWidth),height:Math.max(110,this.plotBox.clientHeight),legend:{show:!1},cursor:{drag:{x:!1,y:!1},points:{size:5}},scales:{x:{time:!1,range:[0,this.most()*(T.display.relative?100/t:1)]},y:{range:[0,100]}},axes:[{...s,label:B("dvh.dose",{unit:n}),size:26},{...s,label:B("dvh.volume")}],series:[{},...e.map(({name:r,curve:o,dashed:a})=>({label:r,stroke:o.colour,width:a?1.2:2,dash:a?[5,4]:o.dash??[],points:{show:!1}}))],hooks:{setCursor:[r=>this.hover(r)],draw:[r=>this.drawPrescription(r)]}},this.data(e),this.plotBox),this.fillValues()}most(){return T.plan.prescription.dose_gy*KT}data(e){let t=Array.from({length:Math.ceil(this.most()/Ef)+1},(s,r)=>r*Ef),n=T.display.relative?100/T.plan.prescription.dose_gy:1;return[t.map(s=>s*n),...e.map(({curve:s})=>t.map(r=>100*T_(s,r)))]}updateNow(){let e=this.curves();if(E_(e)!==this.shape||!this.plot)return this.rebuild();this.plot.setData(this.data(e)),(!T.preview||this.details.open)&&this.fillValues()}size(){let{clientWidth:e,clientHeight:t}=this.plotBox;e&&t&&this.plot?.setSize({width:e,height:t})}drawPrescription(e){let{ctx:t}=e,n=e.valToPos(T.display.relative?100:T.plan.prescription.dose_gy,"x",!0);t.save(),t.strokeStyle="#e6e9ed",t.setLineDash([2,4]),t.beginPath(),t.moveTo(n,e.bbox.top),t.lineTo(n,e.bbox.top+e.bbox.height),t.stroke(),t.restore()}hover(e){let{left:t,top:n,idx:s}=e.cursor;if(s==null||t<0)return void(this.readout.textContent="");let r=this.curves(),o=e.posToVal(n,"y"),a=null;if(r.forEach((h,d)=>{let u=Math.abs(e.data[d+1][s]-o);(!a||u<a.away)&&(a={away:u,...h,percent:e.data[d+1][s]})}),!a)return;let l=s*Ef,c={name:a.name,gy:l,percent:Mt(100*l/T.plan.prescription.dose_gy,0),volume:Mt(a.percent),cc:a.curve.volume_cc===null?"–":Mt(a.curve.volume_cc*a.percent/100,2)};this.readout.textContent=B(a.dashed?"dvh.hover.before":"dvh.hover",c)}fillLegend(){let e=un(),t=Object.entries(e?.dvh??{}).map(([n,s])=>{let r=!T.display.hidden.has(n),o=L("span",{class:"swatch"});return o.style.borderTopColor=s.colour,o.style.borderTopStyle=s.dash?.length?"dashed":"solid",L("li",{},L("button",{type:"button","aria-pressed":r,"data-curve":n,on:{click:()=>jT(n)}},o,L("span",{text:n})))});this.legend.replaceChildren(...t)}fillValues(){let e=un(),{dose_gy:t}=e.prescription,n=[B("structure"),...w_.map(r=>`${Mt(r*t/100,0)} Gy`)],s=Object.entries(e.dvh).map(([r,o])=>L("tr",{"data-roi":r},L("th",{scope:"row",text:r}),w_.map(a=>L("td",{text:`${Mt(100*T_(o,a*t/100))} %`,"data-gy":a*t/100}))));this.values.replaceChildren(ii(n,s,{class:"numbers"}))}},E_=i=>JSON.stringify(i.map(({name:e,dashed:t})=>[e,t]));function jT(i){let{hidden:e}=T.display;e.has(i)?e.delete(i):e.add(i),He("display")}function Ar(i,e,t=!1){if(e==null||Number.isNaN(e))return"–";let n=i.unit==="fraction"?100:1,s=t&&e*n>0?"+":"",r={fraction:" %",cm3:" cm³","":""}[i.unit]??` ${i.unit}`;return`${s}${(e*n).toFixed(i.digits??1)}${r}`}function Cf(i){let e=`metric.${i.key}`;return cl(e)?B(e):i.label}function Af(i,e){let t=i.metrics[e]??{},n=new Set;return i.metric_table.filter(({key:s})=>s in t&&!n.has(s)&&n.add(s))}var Hh=class{constructor(){this.body=L("div",{class:"scroll"}),this.state=L("p",{class:"checked",role:"status"}),this.node=L("section",{class:"card metrics","aria-label":B("metrics")},L("header",{},L("h2",{text:B("metrics")}),this.state),this.body),this.update=ln(()=>this.updateNow()),yt("plan preview",()=>this.update()),this.updateNow()}updateNow(){let e=un();if(!e)return this.body.replaceChildren(L("p",{class:"empty",text:B("no-plan")}));if(this.state.textContent=B(`checked.${e.checked}`),this.state.className=`checked ${e.checked}`,this.body.classList.toggle("moving",T.preview!==null),T.preview&&this.sameShape(e))return this.renew(e);let t=new Set(T.server.structures.filter(s=>s.kind==="target").map(s=>s.name));this.values=new Map;let n=Object.keys(e.metrics).sort((s,r)=>t.has(r)-t.has(s));this.body.replaceChildren(this.goals(e),...n.map(s=>this.region(e,s,t.has(s))))}sameShape(e){return this.values!==void 0&&Object.keys(e.metrics).every(t=>Af(e,t).every(({key:n})=>this.values.has(`${t}/${n}`)))}renew(e){for(let t of Object.keys(e.metrics))for(let n of Af(e,t)){let{value:s,change:r}=this.values.get(`${t}/${n.key}`),o=Ar(n,e.metrics[t][n.key]);s.textContent!==o&&(s.textContent=o,r.textContent="")}}goals(e){let t=e.goals.map(o=>L("li",{class:o.met?"met":"missed"},L("b",{text:o.met?`✓ ${B("goal.met")}`:`✗ ${B("goal.missed")}`}),` ${o.text}`)),n=e.verdict??{},s={dose:n.dose_met===!1,limits:n.limits_kept===!1},r=["dose","limits","access"].filter(o=>n[o]).map(o=>L("li",{class:s[o]?"verdict missed":"verdict",text:n[o]}));return L("ul",{class:"goals"},t,r)}region(e,t,n){let s=e.changes?.[t]??{},r=Af(e,t).map(o=>{let a=s[o.key],l=a&&Ar({...o,unit:o.unit==="fraction"?"fraction":""},a,!0).replace(" %",""),c={value:L("span",{class:"value",text:Ar(o,e.metrics[t][o.key])}),change:L("span",{class:"change",text:l&&/[1-9]/.test(l)?l:""})};return this.values.set(`${t}/${o.key}`,c),L("div",{class:"metric",title:o.meaning??"","data-metric":o.key},L("dt",{text:Cf(o)}),L("dd",{},c.value,c.change))});return L("section",{class:n?"region target":"region","data-roi":t},L("h3",{text:t}),L("dl",{},r))}};var QT=200,Wh=class{constructor(e){this.node=L("div",{class:"scroll"}),this.update=ln(()=>{if(this.node.contains(document.activeElement)&&document.activeElement.matches("input")||(this.stale=!this.node.offsetParent&&this.last!==void 0,this.stale))return;let t=JSON.stringify([this.shown(un()),T.selection,Bn()]);t!==this.last&&(this.last=t,this.keepFocus(()=>this.fill()))}),yt(e,()=>this.update()),yt("preview",()=>{this.waiting||=setTimeout(()=>{this.waiting=0,this.update()},QT)}),yt("display",()=>this.stale&&this.update()),this.node.addEventListener("focusout",()=>this.update())}keepFocus(e){let t=this.node.contains(document.activeElement)?document.activeElement.closest("[data-focus]")?.dataset.focus:null,n=this.node.scrollTop;e(),this.node.scrollTop=n,t&&this.node.querySelector(`[data-focus="${t}"]`)?.focus({preventScroll:!0});let s=this.node.querySelector("tr.chosen");if(s&&this.lastChosen!==s.dataset.focus){let[r,o]=[s.getBoundingClientRect(),this.node.getBoundingClientRect()];(r.top<o.top+24||r.bottom>o.bottom)&&(this.node.scrollTop+=r.top-o.top-o.height/3)}this.lastChosen=s?.dataset.focus}};function Rf(i,e,t,n){let s=Mt(i,t),r=L("input",{type:"text",inputmode:"decimal",value:s,"aria-label":e,class:"cell",disabled:!Bn()}),o=()=>{let a=Number(r.value.replace(",","."));r.value===s||!Number.isFinite(a)?r.value=s:n(a)};return r.addEventListener("change",o),r.addEventListener("keydown",a=>{a.stopPropagation(),a.key==="Enter"&&r.blur(),a.key==="Escape"&&(r.value=s,r.blur())}),r.addEventListener("click",a=>a.stopPropagation()),r}function A_(i,e,t,n,s,r={}){let o=L("tr",{tabindex:0,"data-focus":i,"aria-selected":e,"aria-label":t,class:e?"chosen":null,...r},s);return o.addEventListener("click",a=>a.target.closest("button, input")||n()),o.addEventListener("keydown",a=>{if(a.target!==o)return;(a.key==="Enter"||a.key===" ")&&(a.preventDefault(),n());let l={ArrowDown:o.nextElementSibling,ArrowUp:o.previousElementSibling}[a.key];l&&(a.preventDefault(),a.stopPropagation(),l.focus())}),o}function C_(i,e){return Tt(e.locked?B("unlock"):B("lock"),()=>Ri({type:e.locked?"unlock":"lock",[i]:e.id}),{class:e.locked?"small lock on":"small lock","aria-pressed":!!e.locked,"aria-label":B(e.locked?`unlock.${i}`:`lock.${i}`,{id:e.id}),disabled:!Bn()})}var R_=i=>L("td",{class:i.length?"rules broken":"rules"},i.length?L("ul",{},i.map(e=>L("li",{text:`⚠ ${e}`}))):L("span",{class:"fine",text:"✓"})),Xh=class extends Wh{constructor(){super("plan selection role"),this.fill()}shown(e){return e?.needles}fill(){let e=un();if(!e)return this.node.replaceChildren(L("p",{class:"empty",text:B("no-plan")}));let t=["needle","seeds","needle.depth","needle.tilt","needle.skin-angle","needle.lung","rules",""].map(s=>s?B(s):""),n=e.needles.map(s=>{let r=()=>{ui(s.id),kn(ml(s.id))};return A_(`needle${s.id}`,T.selection.needle===s.id,B("needle.title",{id:s.id,length:Mt(s.length_mm)}),r,[L("th",{scope:"row",text:String(s.id)}),L("td",{text:String(s.seeds.length)}),L("td",{text:Mt(s.depth_mm??s.length_mm)}),L("td",{text:Mt(s.tilt_deg,0)}),L("td",{text:Mt(s.skin_angle_deg,0)}),L("td",{text:s.lung_mm?Mt(s.lung_mm,0):"–"}),R_(s.rules),L("td",{},C_("needle",s))],{"data-needle-row":s.id})});this.node.replaceChildren(ii(t,n,{class:"numbers rows","aria-label":B("needles")}),this.details(e))}details(e){let t=Fn(e,T.selection.needle);if(!t)return L("p",{class:"hint",text:B("needle.choose")});let n=["entry","tip"].map(a=>L("div",{class:"coordinates"},L("span",{text:B(`needle.${a}`)}),["x","y","z"].map((l,c)=>Rf(t[`${a}_mm`][c],B("needle.coordinate",{end:B(`needle.${a}`),axis:l,id:t.id}),1,h=>{let d=[...t[`${a}_mm`]];d[c]=h,Ri({type:"move-needle",needle:t.id,[`${a}_mm`]:d})})))),s=Rf(null,B("seed.add.depth"),1,()=>{});s.value="10",s.classList.add("depth");let r=()=>Ri({type:"add-seed",needle:t.id,depth_mm:Number(s.value)||0}),o=L("div",{class:"actions"},L("label",{},B("seed.add.at")," ",s," mm"),Tt(B("seed.add"),r,{disabled:!Bn()||t.locked}),Tt(B("needle.remove",{id:t.id}),()=>Ri({type:"remove-needle",needle:t.id}),{disabled:!Bn()||t.locked}));return L("section",{class:"details","aria-label":B("needle.details",{id:t.id})},n,o)}},qh=class extends Wh{constructor(){super("plan selection role"),this.fill()}shown(e){return[e?.seeds,e?.needles.map(t=>t.locked)]}fill(){let e=un();if(!e)return this.node.replaceChildren(L("p",{class:"empty",text:B("no-plan")}));let t=["seed","needle","seed.depth","seed.position","seed.strength","rules",""].map(s=>s?B(s):""),n=e.seeds.map(s=>{let r=s.locked||Fn(e,s.needle)?.locked,o=()=>{ui(s.needle,s.id),kn(s.position_mm)},a=r?Mt(s.depth_from_tip_mm):Rf(s.depth_from_tip_mm,B("seed.depth.of",{id:s.id}),1,c=>Ri({type:"move-seed",seed:s.id,depth_mm:c})),l=`${Mt(s.strength_u,3)}${s.manual?` · ${B("seed.manual")}`:""}`;return A_(`seed${s.id}`,T.selection.seed===s.id,B("seed.label",{id:s.id,needle:s.needle,depth:Mt(s.depth_from_tip_mm)}),o,[L("th",{scope:"row",text:String(s.id)}),L("td",{text:String(s.needle)}),L("td",{},a),L("td",{class:"position",text:s.position_mm.map(c=>Mt(c)).join(", ")}),L("td",{text:l}),R_(s.rules),L("td",{},C_("seed",s),Tt("×",()=>Ri({type:"remove-seed",seed:s.id}),{class:"small","aria-label":B("seed.remove",{id:s.id}),disabled:!Bn()||r}))],{"data-seed-row":s.id})});this.node.replaceChildren(ii(t,n,{class:"numbers rows","aria-label":B("seeds")}))}};var Yh=class{constructor(){this.node=L("div",{class:"scroll"}),this.update=ln(()=>this.fill()),yt("plan role",()=>this.update()),this.fill()}fill(){let{plan:e}=T,t=e?.edits??[],n=t.length?L("ol",{class:"edits"},t.map(o=>L("li",{text:o.text}))):L("p",{class:"hint",text:B("edits.none")}),s=Tt(B("edits.original"),Tp,{disabled:!Bn()||!t.length}),r=(e?.warnings??[]).map(o=>L("li",{text:o}));this.node.replaceChildren(n,L("div",{class:"actions"},s),L("h3",{text:B("warnings")}),r.length?L("ul",{class:"warnings"},r):L("p",{class:"hint",text:B("warnings.none")}))}},$h=class{constructor(){this.node=L("div",{class:"scroll"}),this.update=ln(()=>this.fill()),yt("display plan",()=>this.update()),this.fill()}fill(){let e=T.contours.map(t=>{let{name:n,kind:s,colour:r,dash:o}=t.structure,a=L("span",{class:"swatch"});a.style.borderTopColor=r,a.style.borderTopStyle=o?.length?"dashed":"solid";let l=L("input",{type:"checkbox",checked:!T.display.hidden.has(n),"aria-label":B("structure.show",{name:n}),on:{change:()=>this.flip(n)}}),c=()=>kn(t.centre());return L("tr",{"data-structure-row":n},L("td",{},l),L("td",{},a),L("th",{scope:"row"},Tt(n,c,{class:"link"})),L("td",{text:B(`kind.${s}`)}),L("td",{},this.cold(n)))});this.node.replaceChildren(ii([B("shown"),"",B("structure"),B("kind"),B("coldest")],e,{class:"rows"}),this.levels())}flip(e){let{hidden:t}=T.display;t.has(e)?t.delete(e):t.add(e),He("display")}cold(e){let t=T.plan?.coldest?.[e];return t?Tt(`${Mt(t.dose_gy)} Gy`,()=>kn(t.at_mm),{class:"small","aria-label":B("coldest.go",{name:e})}):null}levels(){let e=T.plan?.prescription.dose_gy;if(!e)return null;let t=T.display.levels.map(s=>{let r=L("input",{type:"checkbox",checked:s.shown,"aria-label":B("level.show",{percent:Mt(s.percent,0)}),on:{change:l=>Pf(s,{shown:l.target.checked})}}),o=L("span",{class:"swatch"});o.style.borderTopColor=s.colour,o.style.borderTopStyle=s.dash?.length?"dashed":"solid";let a=(l,c,h)=>L("input",{type:"number",class:"cell",min:1,max:1e5,step:"any",value:l,"aria-label":c,on:{change:d=>Number(d.target.value)>0&&h(Number(d.target.value)),keydown:d=>d.stopPropagation()}});return L("tr",{"data-level":s.id},L("td",{},r),L("td",{},o),L("td",{},a(Mt(s.gy),B("level.gy",{percent:Mt(s.percent,0)}),l=>Pf(s,{gy:l,percent:100*l/e}))," Gy"),L("td",{},a(Mt(s.percent,0),B("level.percent",{gy:Mt(s.gy)}),l=>Pf(s,{percent:l,gy:l*e/100}))," %"))}),n=L("input",{type:"range",min:.1,max:.8,step:.05,value:T.display.washOpacity,"aria-label":B("wash.opacity"),on:{input:s=>{T.display.washOpacity=Number(s.target.value),He("dose")}}});return L("section",{class:"levels"},L("h3",{text:B("levels")}),ii([B("shown"),"",B("dose"),B("of-prescription")],t),L("label",{class:"actions"},B("wash.opacity"),n))}};function Pf(i,e){Object.assign(i,e),He("display")}var Zh=class{constructor(){this.node=L("ul",{class:"isodose-legend","aria-label":B("levels")}),yt("display plan",()=>this.fill()),this.fill()}fill(){let e=T.plan&&(T.display.isodoses||T.display.dose)?T.display.levels.filter(t=>t.shown):[];this.node.replaceChildren(...[...e].sort((t,n)=>n.gy-t.gy).map(t=>{let n=L("span",{class:"swatch"});return n.style.borderTopColor=t.colour,n.style.borderTopStyle=t.dash?.length?t.dash[0]<=3?"dotted":"dashed":"solid",L("li",{},n,L("span",{text:B("level.legend",{gy:Mt(t.gy),percent:Mt(t.percent,0)})}))})),this.node.classList.toggle("gone",!e.length)}};var Jh=class{constructor(){this.node=L("div",{class:"scroll"}),this.update=ln(()=>this.fill()),yt("plan compared",()=>this.update()),this.fill()}versions(){let e=(T.plan.versions??[]).filter(t=>t.number>0);return[{id:"original",label:B("compare.original")},...e.map(t=>({id:String(t.number),label:B("compare.version",{number:t.number,author:t.author??""})}))]}fill(){if(!T.plan)return this.node.replaceChildren(L("p",{class:"empty",text:B("no-plan")}));let e=L("select",{"aria-label":B("compare.with")},this.versions().map(s=>L("option",{value:s.id,text:s.label})));e.value=T.compared?.id??"original";let t=Tt(B("compare.start"),()=>this.start(e.value)),n=Tt(B("compare.stop"),()=>this.stop(),{disabled:!T.compared});this.node.replaceChildren(L("div",{class:"actions"},L("label",{},B("compare.with")," ",e),t,n),T.compared?this.rows():L("p",{class:"hint",text:B("compare.hint")}))}async start(e){try{let{other:t,rows:n}=await Gn(`/api/compare?with=${encodeURIComponent(e)}`),{header:s,bytes:r}=await Gr(`/api/dose?version=${encodeURIComponent(e)}`);T.otherDose=new Hr(s,new Float32Array(r)),T.compared={id:e,plan:t,rows:n,revision:T.plan.revision,checked:T.plan.checked},He("compared")}catch(t){if(!(t instanceof Mn))throw t;vt(t.message,"bad")}}stop(){T.compared=null,T.otherDose=null,He("compared")}rows(){let{compared:e,plan:t}=T;(e.revision!==t.revision||e.checked!==t.checked)&&this.start(e.id);let n=new Map;for(let a of e.rows)n.set(a.roi,[...n.get(a.roi)??[],a]);let s=[...n].flatMap(([a,l])=>[L("tr",{class:"group"},L("th",{colspan:4,scope:"rowgroup",text:a})),...l.map(c=>L("tr",{"data-compared":`${a}/${c.key}`},L("th",{scope:"row",text:Cf(c)}),L("td",{text:Ar(c,c.value)}),L("td",{text:Ar(c,c.other)}),L("td",{class:"change",text:Ar(c,c.difference,!0)})))]),r=({needles:a,seeds:l})=>B("compare.count",{needles:P_(a),seeds:P_(l)}),o=["",`${B("compare.shown")} · ${r(t)}`,`${B("compare.other")} · ${r(e.plan)}`,B("compare.difference")];return ii(o,s,{class:"numbers","aria-label":B("compare")})}},P_=i=>i.length??i;var eE=new Set(["targets","cross","avoid"]),If=["targets","prescription","strength_u","avoid","cross","limits","max_needles","margin_mm","steering","protocol"];function L_(i,e,t,n=[]){let s={defs:e.$defs??{},rois:n},r=Object.keys(e.properties??{}),o=new Map,a=L("div",{class:"form"}),l=L("div",{class:"form"});for(let c of[...If.filter(h=>r.includes(h)),...r.filter(h=>!If.includes(h))]){let h=N_(c,e.properties[c],t[c],s,[c]);h&&(o.set(c,h),(If.includes(c)?a:l).append(h.node))}return i.replaceChildren(a,L("details",{},L("summary",{text:B("plan.more")}),l)),()=>D_(t,o)}function D_(i,e){let t={...i};for(let[n,s]of e){let r=s.read();r!==void 0&&(t[n]=r)}return t}function Kh(i,e){if(i.$ref)return{...Kh(e.defs[i.$ref.split("/").at(-1)],e),...I_(i,"$ref")};let t=i.anyOf??i.oneOf;if(!t)return i;let n=t.filter(r=>r.type!=="null"),s=n.find(r=>r.type==="number"||r.type==="integer")??n.find(r=>r.type==="string")??n[0];return{...Kh(s,e),...I_(i,"anyOf","oneOf"),nullable:n.length<t.length}}var I_=(i,...e)=>Object.fromEntries(Object.entries(i).filter(([t])=>!e.includes(t))),Lf=i=>{let e=`request.${i.join(".")}`;return cl(e)?B(e):i.at(-1).replaceAll("_"," ")};function N_(i,e,t,n,s){let r=Kh(e,n),o=t===void 0?r.default:t;return s.length===1&&eE.has(s[0])&&n.rois.length?oE(r,o,n.rois,s):r.enum?sE(r,o,s):r.type==="boolean"?iE(r,o,s):r.type==="number"||r.type==="integer"?tE(r,o,s):r.type==="string"?nE(r,o,s):r.type==="array"?rE(r,o,n,s):r.type==="object"&&r.properties?lE(r,o??{},n,s):r.type==="object"?aE(r,o??{},s):null}var Oo=(i,e,t)=>L("label",{class:"field",title:i.description??"","data-field":e.join(".")},L("span",{text:Lf(e)}),t);function jh(i,e,t){return()=>String(i.value)===e?void 0:t()}function tE(i,e,t){let n=e==null?"":String(e),s={min:i.minimum??i.exclusiveMinimum,max:i.maximum??i.exclusiveMaximum},r=L("input",{type:"number",step:i.type==="integer"?1:"any",value:n,...s});return{node:Oo(i,t,r),read:jh(r,n,()=>r.value===""?null:Number(r.value))}}function nE(i,e,t){let n=e??"",s=L("input",{type:"text",value:n});return{node:Oo(i,t,s),read:jh(s,n,()=>s.value)}}function iE(i,e,t){let n=L("input",{type:"checkbox",checked:!!e});return{node:Oo(i,t,n),read:()=>n.checked}}function sE(i,e,t){let n=L("select",{},i.enum.map(s=>L("option",{value:s,text:s})));return n.value=e??i.enum[0],{node:Oo(i,t,n),read:()=>n.value}}function rE(i,e,t,n){let s=Kh(i.items??i.prefixItems?.[0]??{},t);if(!["string","number","integer"].includes(s.type))return null;let r=(e??[]).join(", "),o=L("input",{type:"text",value:r,placeholder:B("form.list")}),a=()=>o.value.split(",").map(l=>l.trim()).filter(Boolean);return{node:Oo(i,n,o),read:jh(o,r,()=>s.type==="string"?a():a().map(Number))}}function oE(i,e,t,n){let s=i.type==="object",r=s?e??{}:Object.fromEntries((e??[]).map(h=>[h,null])),o=t.map(h=>{let d=L("input",{type:"checkbox",checked:Object.hasOwn(r,h)}),u=s&&typeof r[h]=="number"?String(r[h]):"",f=s?L("input",{type:"number",class:"cell",min:0,step:"any",value:u,placeholder:"mm","aria-label":B("form.clearance",{name:h})}):null;return{name:h,tick:d,value:f,node:L("div",{class:"region-line"},L("label",{"data-region":h},d,L("span",{text:h})),f)}}),a=()=>o.filter(h=>h.tick.checked),l=()=>s?Object.fromEntries(a().map(h=>[h.name,h.value.value===""?null:Number(h.value.value)])):a().map(h=>h.name);return{node:L("fieldset",{class:"group regions","data-field":n.join(".")},L("legend",{text:Lf(n)}),o.map(h=>h.node)),read:l}}function aE(i,e,t){let n=Object.entries(e).map(([o,a])=>a===null?o:`${o}: ${a}`).join(", "),s=L("input",{type:"text",value:n,placeholder:B("form.mapping")}),r=()=>Object.fromEntries(s.value.split(",").map(o=>o.trim()).filter(Boolean).map(o=>{let a=o.lastIndexOf(":");return a<0?[o,null]:[o.slice(0,a).trim(),Number(o.slice(a+1))]}));return{node:Oo(i,t,s),read:jh(s,n,r)}}function lE(i,e,t,n){let s=new Map,r=L("details",{class:"group",open:n.length===1&&n[0]==="prescription"},L("summary",{text:Lf(n)}));for(let[o,a]of Object.entries(i.properties)){let l=N_(o,a,e[o],t,[...n,o]);l&&(s.set(o,l),r.append(l.node))}return{node:r,read:()=>D_(e,s)}}var Qh=class{constructor(){this.node=L("div",{class:"scroll"}),this.form=L("div"),this.keep=L("input",{type:"checkbox",checked:!0,id:"keep-locked"}),this.run=Tt(B("plan.run"),()=>this.start(),{class:"primary"}),this.cancel=Tt(B("plan.cancel"),()=>this.stop()),this.bar=L("progress",{max:1,value:0,"aria-label":B("plan.progress")}),this.stage=L("p",{class:"stage",role:"status"}),this.locked=L("p",{class:"hint"}),this.node.append(L("label",{class:"keep",for:"keep-locked"},this.keep,B("plan.keep-locked")),this.locked,L("div",{class:"actions"},this.run,this.cancel),this.bar,this.stage,this.form),this.update=ln(()=>this.show()),yt("plan role job",()=>this.update()),Ci("progress",({stage:e,fraction:t})=>this.progress(e,t)),Ci("job",e=>this.jobIs(e)),this.show(),this.load()}async load(){try{let e=await Gn("/api/request-schema");this.read=L_(this.form,e.schema,e.request,e.rois)}catch(e){if(!(e instanceof Mn))throw e;this.form.replaceChildren(L("p",{class:"hint",text:e.message}))}}show(){let e=T.job!==null;this.run.disabled=e||T.role!=="editor"||!T.connected,this.cancel.disabled=!e,this.bar.hidden=!e;let t=T.plan?.needles.filter(s=>s.locked).map(s=>s.id)??[],n=T.plan?.seeds.filter(s=>s.locked).map(s=>s.id)??[];this.locked.textContent=t.length||n.length?B("plan.locked",{needles:t.join(", ")||"–",seeds:n.join(", ")||"–"}):B("plan.none-locked")}async start(){if(this.read)try{T.job={state:"running"},He("job"),await Ai("/api/plan",{request:this.read(),keep_locked:this.keep.checked}),this.stage.textContent=B("plan.started")}catch(e){if(T.job=null,He("job"),!(e instanceof Mn))throw e;this.stage.textContent=e.message,vt(e.message,"bad")}}async stop(){try{await Ai("/api/plan/cancel"),this.stage.textContent=B("plan.cancelling")}catch(e){if(!(e instanceof Mn))throw e;vt(e.message,"bad")}}progress(e,t){T.job&&(this.bar.value=t??0,this.stage.textContent=t==null?e:`${e} · ${Math.round(100*t)} %`,He("job"))}async jobIs({state:e,message:t}){let n=e==="running"||e==="started";T.job=n?{state:e}:null,this.stage.textContent=t??B(`job.${e}`),He("job"),!n&&(vt(this.stage.textContent,e==="failed"?"bad":"info"),e!=="done"&&await xs())}};var el=null;function Cr(i,e,t=[]){eu();let n=()=>r.close(),s=t.map(({label:o,action:a,primary:l,disabled:c})=>Tt(o,async()=>await a()!==!1&&n(),{class:l?"primary":null,disabled:c})),r=L("dialog",{"aria-label":i},L("h2",{text:i,tabindex:-1}),e,L("div",{class:"actions"},s,Tt(B("close"),n)));return r.addEventListener("close",()=>{r.remove(),el===r&&(el=null)}),document.body.append(r),el=r,r.showModal(),r.querySelector("h2").focus(),r}function eu(){return el?(el.close(),!0):!1}async function tu(i){try{return await i()}catch(e){if(!(e instanceof Mn))throw e;return vt(e.message||B("server.lost"),"bad"),null}}async function U_(i,e){vt(i),T.working=i,He("busy");let t=await tu(e);return T.working=null,He("busy"),t}var Fo=(i,e)=>L("label",{class:"field",for:i.id},L("span",{text:e}),i),tl=(i,e="")=>L("input",{id:i,type:"text",autocomplete:"off",value:e});function O_(){let i=tl("check-author"),e=tl("check-reason"),t=L("div",{},L("p",{text:B("check.what")}),L("div",{class:"form"},Fo(i,B("check.author")),Fo(e,B("check.reason")))),n=async()=>{if(B_(i,B("check.no-author")))return!1;let s=T.plan.revision,r=await U_(B("check.running"),()=>Ai("/api/check",{base_revision:s,author:i.value.trim(),reason:e.value.trim()}));return r?(Qo(),Bi(r.plan),vt(B("check.done",{version:F_(r.version)}),"good"),!0):!1};Cr(B("check"),t,[{label:B("check.do"),action:n,primary:!0}])}var F_=i=>typeof i=="object"?`${i.number} (${String(i.version).slice(0,12)})`:String(i);function B_(i,e){return i.value.trim()?!1:(i.focus(),vt(e,"bad"),!0)}var cE=new Set(["plan","dvh","dose","number","metrics","strengths_u","strength_u","seed_step_mm"]);function k_(i){let e=Object.entries(i).filter(([t])=>!cE.has(t)).map(([t,n])=>L("tr",{},L("th",{scope:"row",text:z_(t)}),L("td",{},Df(n))));return ii([B("sign.what"),B("sign.value")],e,{class:"rows facts"})}var z_=i=>{let e=B(`fact.${i}`);return e===`fact.${i}`?i.replaceAll("_"," "):e};function Df(i){return i==null||i===""?L("span",{text:"–"}):Array.isArray(i)?i.length?L("ul",{},i.map(e=>L("li",{},Df(e)))):L("span",{text:"–"}):typeof i=="object"?L("ul",{},Object.entries(i).map(([e,t])=>L("li",{},`${z_(e)}: `,Df(t)))):typeof i=="boolean"?L("span",{text:B(i?"yes":"no")}):typeof i=="number"?L("span",{text:Number.isInteger(i)?String(i):Number(i.toPrecision(6)).toString()}):L("span",{text:i})}async function V_(){let i=await tu(()=>Gn("/api/sign-page"));if(!i)return;let e=L("select",{id:"sign-role"},["prepared","reviewed"].map(o=>L("option",{value:o,text:B(`sign.${o}`)})));i.signatures?.prepared&&(e.value="reviewed");let t=tl("sign-name"),n=tl("sign-reason"),s=L("div",{},L("p",{class:"hint",text:B("sign.read")}),k_(i),L("div",{class:"form"},Fo(e,B("sign.as")),Fo(t,B("sign.name")),Fo(n,B("sign.reason")))),r=async()=>{if(B_(t,B("sign.no-name")))return!1;let o=await tu(()=>Ai("/api/sign",{number:i.number,role:e.value,name:t.value.trim(),reason:n.value.trim()}));return o?(Bi(o.plan),vt(B("sign.done",{role:B(`sign.${e.value}`),name:t.value.trim()}),"good"),!0):!1};Cr(B("sign"),s,[{label:B("sign.do"),action:r,primary:!0}])}function G_(){let{plan:i}=T;if(!i)return;if(i.checked_version===null||i.checked_version===void 0)return vt(B("export.check-first"),"bad");let e=hE(i),t=tl("export-name",`version-${i.checked_version}`),n=L("input",{id:"export-sure",type:"checkbox"}),s=i.edits.map(l=>L("li",{text:l.text})),r=i.approval?.status==="signed"?null:L("p",{class:"warn-box",text:B("export.unsigned")}),o=L("div",{},L("p",{text:B("export.what")}),r,L("h3",{text:B("export.changes")}),s.length?L("ol",{class:"edits"},s):L("p",{class:"hint",text:B("edits.none")}),e.length?L("div",{class:"warn-box"},L("b",{text:B("export.broken")}),L("ul",{},e.map(l=>L("li",{text:l}))),L("label",{for:"export-sure"},n,B("export.sure"))):null,L("div",{class:"form"},Fo(t,B("export.name")))),a=async()=>{if(e.length&&!n.checked)return vt(B("export.not-sure"),"bad"),n.focus(),!1;let l=await U_(B("export.running"),()=>Ai("/api/export",{number:i.checked_version,name:t.value.trim()}));if(!l)return!1;await tu(xs);let{folder:c,version:h,notes:d,files:u}=l;return Cr(B("export.done"),k_({folder:c,version:F_(h),notes:d,files:u})),!1};Cr(B("export"),o,[{label:B("export.do"),action:a,primary:!0}])}function hE(i){return[...new Set([...i.needles,...i.seeds].flatMap(e=>e.rules))]}function nu(){let i=Op.map(([t,n])=>L("tr",{},L("th",{scope:"row"},L("kbd",{text:B(`keys.${t}`)===`keys.${t}`?t:B(`keys.${t}`)})),L("td",{text:B(n)}))),e=L("div",{},ii([B("help.keys"),B("help.what")],i,{class:"rows"}),L("p",{text:B("help.units")}),L("p",{text:`${T.server.software}. ${T.server.notice}`}));Cr(B("help"),e)}var iu=class{constructor({changeLanguage:e,resetViews:t}){this.state=L("div",{class:"state",role:"status","aria-label":B("state")}),this.undo=Tt(B("undo"),dl,{title:"Ctrl+Z"}),this.redo=Tt(B("redo"),fl,{title:"Ctrl+Shift+Z"}),this.check=Tt(B("check"),O_),this.sign=Tt(B("sign"),V_),this.export=Tt(B("export"),G_),this.toggles=[["dose","D","toggle.wash"],["contours","C","toggle.contours"],["isodoses","I","toggle.isodoses"]].map(([s,r,o])=>[s,Tt(B(o),()=>ta(s),{title:r,"data-toggle":s})]),this.window=L("select",{"aria-label":B("window"),on:{change:s=>Vs(hr.find(r=>r.key===s.target.value))}},hr.map(s=>L("option",{value:s.key,text:`${B(`window.${s.key}`)} ${s.width}/${s.level}`})),L("option",{value:"free",text:B("window.free"),hidden:!0})),this.measure=Tt(B("tool.measure"),()=>Wr("measure"),{title:"M","data-tool":"measure"}),this.needle=Tt(B("tool.needle"),()=>Wr("needle"),{"data-tool":"needle"}),this.clear=Tt(B("tool.clear"),Lp),this.full=Tt(B("layout.all"),()=>na("all"));let n=L("select",{"aria-label":B("language"),class:"language",on:{change:s=>e(s.target.value)}},Object.entries(ap).map(([s,r])=>L("option",{value:s,text:r,lang:s})));n.value=is(),this.node=L("header",{class:"topbar"},L("div",{class:"bar"},L("h1",{},L("span",{class:"brand",text:"seedwright"}),L("span",{class:"case",text:T.server.patient??""})),this.state,L("div",{class:"spring"}),L("span",{class:"notice",text:B("notice")}),n,Tt("?",nu,{"aria-label":B("help"),title:"?"})),L("div",{class:"bar tools",role:"toolbar","aria-label":B("tools")},L("div",{class:"group"},this.undo,this.redo),L("div",{class:"group"},this.toggles.map(([,s])=>s)),this.window,L("div",{class:"group"},this.needle,this.measure,this.clear),L("div",{class:"group"},Tt(B("layout.reset"),t,{title:"R"}),this.full),L("div",{class:"spring"}),L("div",{class:"group"},this.check,this.sign,this.export))),this.update=ln(()=>this.show()),yt("plan preview role display job layout window busy drag draft measures",()=>this.update()),this.show()}show(){let{plan:e}=T,t=Bn()&&!T.working;this.undo.disabled=!t||!e.can_undo,this.redo.disabled=!t||!e.can_redo,this.needle.disabled=!t,this.check.disabled=this.sign.disabled=this.export.disabled=!t,this.clear.hidden=!T.measures.length,this.full.hidden=T.display.layout==="all";for(let[r,o]of this.toggles)o.setAttribute("aria-pressed",T.display[r]);for(let r of[this.measure,this.needle])r.setAttribute("aria-pressed",T.display.tool===r.dataset.tool);this.window.value=T.display.window.key,document.body.dataset.tool=T.display.tool;let n=this.chips(e),s=n.map(([,r])=>r).join("|");s!==this.shown&&(this.shown=s,this.state.replaceChildren(...n.map(([r,o])=>L("span",{class:`chip ${r}`,text:o}))))}chips(e){let t=[];if(!e)t.push(["warn",B("no-plan")]);else{let{approval:n}=e,s=n?.status??"unsigned";t.push([s==="signed"?"good":"warn",B(`state.${s}`)]),t.push(["",B("state.revision",{revision:e.revision})]),T.preview?t.push(["warn",B("checked.preview")]):e.checked!=="checked"?t.push(["warn",B(`checked.${e.checked}`)]):t.push(["good",B("checked.checked")])}return T.working&&t.push(["busy",T.working]),T.job&&t.push(["busy",B("plan.running")]),T.connected?T.role!=="editor"&&t.push(["bad",B("state.reader")]):t.push(["bad",B("state.offline")]),t}},su=class{constructor(e){this.node=L("div",{class:"readout","data-readout":"","aria-label":B("readout")}),this.ask=e,this.hover=ln(t=>this.show(t)),yt("hover",t=>this.hover(t)),yt("cursor dose plan",()=>this.hover(null)),T.ct?this.hover(null):jn(this.node,B("readout.none"))}show(e){let t=e?.point??T.cursor;if(!T.ct)return;clearTimeout(this.timer);let n=T.contours.filter(r=>r.structure.kind!=="body"&&r.contains(t)).map(r=>r.structure.name),s=zp(t);this.write(t,T.ct.at(t),s,n,!0),this.timer=setTimeout(()=>this.exactly(t),90)}async exactly(e){if(T.preview)return;let t=await this.ask(e);t&&this.write(e,t.hu,t.dose_gy,t.structures,!1)}write(e,t,n,s,r){let o=T.plan?.prescription.dose_gy,a=[`x ${e[0].toFixed(1)}  y ${e[1].toFixed(1)}  z ${e[2].toFixed(1)} mm`,t==null?"– HU":`${Math.round(t)} HU`,n==null?T.plan?B("readout.no-dose"):"":`${r?"≈ ":""}${n.toFixed(1)} Gy (${(100*n/o).toFixed(0)} %)`,s.join(", ")||"–"];this.node.replaceChildren(...a.filter(Boolean).map(l=>L("span",{text:l}))),this.node.dataset.exact=String(!r)}};function H_({changeLanguage:i,ask:e}){let t={axial:new qr("axial"),sagittal:new qr("sagittal"),coronal:new qr("coronal"),space:new Th,needle:new Eh},n=L("main",{class:"panes","aria-label":B("panes")},Object.values(t).map(l=>l.node));t.axial.node.append(new Zh().node);for(let l of Object.values(t))l.node.addEventListener("dblclick",()=>na(T.display.layout==="all"?l.name:"all"));let s=()=>{n.dataset.layout=T.display.layout;for(let l of Object.values(t))l.node.hidden=T.display.layout!=="all"&&T.display.layout!==l.name,l.node.classList.toggle("active",T.display.active===l.name)};yt("layout",s),s();let r=()=>Object.values(t).forEach(l=>l.reset()),o=new iu({changeLanguage:i,resetViews:r}),a=L("aside",{class:"dock","aria-label":B("dock")},new Gh().node,new Hh().node,uE());return{node:L("div",{class:"page"},o.node,n,a),panes:t,readout:new su(e)}}function uE(){let i={needles:new Xh,seeds:new qh,structures:new $h,edits:new Yh,steer:new Qh,compare:new Jh},e=Object.keys(i).map(o=>Tt(B(`tab.${o}`),()=>n(o),{role:"tab",id:`tab-${o}`,"aria-controls":`panel-${o}`})),t=Object.entries(i).map(([o,a])=>L("div",{role:"tabpanel",id:`panel-${o}`,"aria-labelledby":`tab-${o}`},a.node)),n=o=>{T.display.tab=o,s(),He("display")},s=()=>{e.forEach(o=>{let a=o.id===`tab-${T.display.tab}`;o.setAttribute("aria-selected",a),o.tabIndex=a?0:-1}),t.forEach(o=>o.hidden=o.id!==`panel-${T.display.tab}`)},r=L("div",{role:"tablist","aria-label":B("dock")},e);return r.addEventListener("keydown",o=>{let a={ArrowRight:1,ArrowLeft:-1}[o.key];if(!a)return;o.stopPropagation();let l=e[(e.indexOf(document.activeElement)+a+e.length)%e.length];l.click(),l.focus()}),s(),L("section",{class:"card tabs"},r,t)}function X_(){let i=new URLSearchParams(location.hash.slice(1)),e=(i.get("at")??"").split(",").map(Number);return{at:e.length===3&&e.every(Number.isFinite)?e:null,layout:["all","axial","sagittal","coronal","space","needle"].find(t=>t===i.get("layout"))??null,lang:["en","zh"].find(t=>t===i.get("lang"))??null}}var W_=0;function Nf(){clearTimeout(W_),W_=setTimeout(()=>{let i=T.cursor.map(e=>e.toFixed(2)).join(",");history.replaceState(null,"",`${location.pathname}#at=${i}&layout=${T.display.layout}&lang=${is()}`)},150)}var dE=[50,90,100,150,200],q_=()=>{};async function fE(){let i=X_();if(ll(i.lang??"en"),!lp())return Uf(B("boot.no-token"));try{let e=await Gn("/api/state");i.lang||ll(e.language),yE(B("boot.ct")),await Y_(e)}catch(e){if(!(e instanceof Mn))throw e;return Uf(e.status===401?B("boot.no-token"):e.message||B("server.lost"))}T.plan||(T.display.tab="steer"),T.display.layout=i.layout??"all",T.cursor=T.frame.clamped(i.at??Z_()),Of(),_u(),$_(),document.body.dataset.ready="true"}async function Y_(i){T.server=i,T.frame=new xl(i.ct);let[e,t]=await Promise.all([T.ct?null:Gr("/api/ct"),Gn("/api/contours")]);e&&(T.ct=new gl(new Int16Array(e.bytes),T.frame));for(let n of i.structures)n.colour=wu(n.colour);T.contours=i.structures.filter(n=>t[n.key]?.length).map(n=>new yl(n,t[n.key],T.frame)),T.original=i.original,T.plan=i.plan,T.display.levels=xE(i);for(let n of i.structures)n.kind==="derived"&&T.display.hidden.add(n.name)}function $_(){Bi(T.plan,!0),_E(T.server);let{restored:i}=T.server;i?.steps&&vt([B("restored",{steps:i.steps}),i.note].filter(Boolean).join(" "))}async function pE(){let i=!T.plan;await Y_(await Gn("/api/state")),Of(),$_(),i&&T.plan&&(kn(Z_()),Object.values(T.page.panes).forEach(e=>e.reset()))}function Of(){np(),q_();let i=H_({changeLanguage:mE,ask:gE});T.page=i;let{line:e,banner:t}=dp();document.getElementById("app").replaceChildren(t,i.node,L("footer",{class:"statusbar"},i.readout.node,e)),q_=Fp({panes:i.panes,showHelp:nu,closeDialog:eu}),yt("cursor layout",Nf),yt("cursor layout",yp),T.surfaces&&i.panes.space.setSurfaces(T.surfaces,T.server.structures)}function mE(i){ll(i),eu(),Of(),Nf(),xs(),document.querySelector(".language").focus()}var gE=async i=>{try{return await Gn(`/api/point?x=${i[0]}&y=${i[1]}&z=${i[2]}`)}catch{return null}};async function _E(i){try{T.surfaces=await Gn("/api/surfaces"),T.page.panes.space.setSurfaces(T.surfaces,i.structures)}catch(e){if(!(e instanceof Mn))throw e}}function Z_(){let i=T.contours.find(e=>e.structure.kind==="target");return i?i.centre():T.frame.toPatient([0,1,2].map(e=>T.frame.extent(e)/2))}function xE(i){return(i.levels??[]).map((e,t)=>({...e,id:t,colour:wu(e.colour),percent:Math.round(e.percent*100)/100,shown:dE.includes(Math.round(e.percent))}))}var yE=i=>{let e=document.getElementById("boot");e&&(e.textContent=i)};function Uf(i){document.getElementById("app").replaceChildren(L("p",{id:"boot",class:"failed",role:"alert",text:i}))}Ci("state",pE);Ci("welcome",({revision:i})=>{T.plan&&(i!==T.plan.revision||T.plan.checked==="preview")?xs():He("plan")});Object.defineProperty(window,"seedwright",{value:Object.freeze({latencies:Jo,language:is,cursor:()=>[...T.cursor],moveCursor:kn})});fE().catch(i=>{throw Uf(B("boot.failed")),i});
